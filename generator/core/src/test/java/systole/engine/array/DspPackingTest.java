package systole.engine.array;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.engine.Examples;
import systole.engine.Fold;
import systole.engine.mac.MacEngine;
import systole.target.board.Boards;
import systole.target.chip.HardBlocks;

class DspPackingTest {
    /** Weights of 100 and elements of up to -128: a sum over so many rows takes bits as the ports of the slices have them. */
    @ParameterizedTest
    @CsvSource({
        "pynq-z2, 4, 0",
        "pynq-z2, 8, 1",
        "pynq-z2, 16, 2",
        "kv260, 8, 0",
        "kv260, 16, 0",
        "kv260, 32, 1",
        "kv260, 64, 2"
    })
    void aWiderPortLeavesMoreBitsToTheLowerLane(String board, int rows, int canary) {
        MacEngine dense = Examples.dense("d", 4 * rows, 2, 100);
        MacEngine unit = on(dense, Boards.find(board).orElseThrow().chip().hardBlocks(), rows);
        OptionalInt expected = canary > 1 ? OptionalInt.empty() : OptionalInt.of(canary);
        assertEquals(expected, DspPacking.canary(unit.array(), unit.accBits(), unit.weightOrder()));
    }

    private static MacEngine on(MacEngine dense, HardBlocks hardBlocks, int rows) {
        return new MacEngine(
                        dense.name(),
                        dense.shape(),
                        dense.x(),
                        dense.padValue(),
                        dense.weights(),
                        dense.requantized(),
                        dense.out(),
                        new PackedMultiplier(),
                        hardBlocks,
                        dense.storage(),
                        1)
                .variants()
                .get(0)
                .withFold(new Fold(2, rows));
    }

    /** Both products and the lower lane's sum must fit the accumulator. */
    @Test
    void theAccumulatorIsTheSlices() {
        MacEngine unit = on(
                Examples.dense("d", 8, 2, 1),
                Boards.find("kv260").orElseThrow().chip().hardBlocks(),
                2);
        SystolicArray array = unit.array();
        int most = array.dsp().accumulator() - (array.dsp().wide() - array.weightBits());
        assertEquals(OptionalInt.of(0), DspPacking.canary(array, most, unit.weightOrder()));
        assertEquals(OptionalInt.empty(), DspPacking.canary(array, most + 1, unit.weightOrder()));
    }
}
