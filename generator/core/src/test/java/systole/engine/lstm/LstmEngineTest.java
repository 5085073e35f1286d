package systole.engine.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import systole.engine.Fold;
import systole.engine.array.SystolicArray;
import systole.engine.array.WeightOrder;
import systole.layer.lstm.GateKind;
import systole.layer.lstm.RandomLstm;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;
import systole.op.LstmShape;
import systole.target.chip.ChipFamilies;

class LstmEngineTest {
    private static LstmEngine unit(int features, int units) {
        TensorType input = new TensorType(Shape.of(9, features), new Quantized(IntType.INT8, 1.0 / 64, 3));
        return LstmClaim.of(
                "y",
                RandomLstm.op(
                        RandomLstm.of(features, units, GateKind.HARD).shifted(1).get(), input),
                ChipFamilies.usual().dsp());
    }

    /** The same of another size, of which the weights are not looked at. */
    private static LstmEngine resized(LstmEngine unit, int features, int units) {
        return new LstmEngine(
                unit.name(),
                new LstmShape(features, units, 9, true, false),
                unit.x(),
                unit.h(),
                unit.kernel(),
                unit.recurrent(),
                unit.weight(),
                unit.accBits(),
                unit.requantized(),
                unit.cell(),
                unit.multiplier(),
                unit.dsp(),
                unit.fold());
    }

    /** Every weight of both matrices is read once a step, and what a word has too much is 0. */
    @Property(tries = 15)
    void everyWeightHasItsPlace(
            @ForAll @IntRange(min = 1, max = 9) int features, @ForAll @IntRange(min = 1, max = 9) int units) {
        LstmEngine any = unit(features, units);
        for (LstmEngine possible : any.possibleFoldings()) {
            Fold fold = possible.fold();
            for (LstmEngine unit : possible.variants()) {
                long sum = 0;
                WeightOrder order = unit.weightOrder();
                assertEquals(unit.array().words(), order.words());
                for (int pass = 0; pass < order.passes(); pass++) {
                    for (int beat = 0; beat < order.beats(pass); beat++) {
                        for (int at = 0; at < fold.pe() * fold.simd(); at++) {
                            sum += order.get(pass, beat, at / fold.pe(), at % fold.pe());
                        }
                    }
                }
                assertEquals(
                        unit.kernel().stream().sum() + unit.recurrent().stream().sum(), sum);
            }
        }
    }

    /** No sum of a pass stands at two places, and units are filled evenly. */
    @Property(tries = 15)
    void sumsComeInOrder(
            @ForAll @IntRange(min = 1, max = 12) int features, @ForAll @IntRange(min = 1, max = 12) int units) {
        LstmEngine any = unit(features, units);
        for (LstmEngine unit : any.possibleFoldings()) {
            Fold fold = unit.fold();
            SystolicArray array = unit.array();
            Set<Integer> places = new HashSet<>();
            IntStream.range(0, array.columns()).forEach(c -> places.add(array.place(c, 0)));
            assertEquals(fold.pe(), places.size());
            assertTrue(unit.chains() <= 2 || unit.chains() % LstmShape.GATES == 0);
            assertTrue(fold.pe() / unit.chains() <= Math.min(unit.xBeats(), unit.hBeats()));
        }
    }

    /** The array of each folding on offer works, or there is one that works no more than it must. */
    @Test
    void onlyArraysThatWork() {
        LstmEngine large = resized(unit(2, 2), 24, 40);
        assertTrue(large.foldings().size() > 20);
        large.foldings().forEach(e -> assertTrue(LstmFoldings.use(e) >= 0.8, e.fold()::toString));
        assertTrue(large.possibleFoldings().size() > large.foldings().size());
        assertFalse(unit(1, 1).foldings().isEmpty());
    }

    /** 13 elements of 64 and of 128 take 5 and 10 beats: 14 take as many. */
    @Test
    void wordsNeedNotDivide() {
        LstmEngine unit = resized(unit(2, 2), 64, 128).withFold(new Fold(32, 13));
        assertEquals(List.of(5, 10), List.of(unit.xBeats(), unit.hBeats()));
        assertEquals(1, unit.inLanes());
        assertTrue(unit.possibleFoldings().stream().noneMatch(e -> e.fold().equals(new Fold(32, 14))));
        assertEquals(16 * (5 + 10), unit.array().words());
        assertEquals(16 * (5 + 10), unit.timing().interval());
    }
}
