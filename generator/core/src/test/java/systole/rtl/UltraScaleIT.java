package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.engine.array.PackedMultiplier;
import systole.engine.mac.MacEngine;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.conv2d.Conv2d;
import systole.network.IntTensor;
import systole.network.Network;
import systole.network.Requantization;
import systole.style.streaming.Plan;
import systole.target.board.Board;
import systole.target.board.BoardIo;
import systole.target.chip.Chip;
import systole.target.chip.MemoryPlace;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;
import systole.tool.SynthesisReport;
import systole.tool.Yosys;

/** Hardware that only a chip with UltraRAM and DSP48E2 has. */
class UltraScaleIT {
    /** So little block RAM that the ring has to be in UltraRAM. */
    private static final Chip CHIP = Chip.of(
            "xck26-sfvc784-2LV-c",
            ResourceVector.counted(Map.of(
                    ResourceKind.LUT, 8_000,
                    ResourceKind.FF, 16_000,
                    ResourceKind.DSP, 60,
                    ResourceKind.RAMB18, 2,
                    ResourceKind.URAM, 8)));

    private static final Board BOARD = new Board("ultra", "A chip with UltraRAM", CHIP, 100, BoardIo.NONE);

    /** Rows so long that three of them take a deep ring. */
    private static Network broad() {
        int[] values = new Random(5).ints(2 * 3 * 3 * 8, -100, 101).toArray();
        IntTensor weights = new IntTensor(List.of(2, 3, 3, 8), values);
        NetworkBuilder net = NetworkBuilder.network("broad");
        return net.output(net.input("x", TypeSpec.int8(4, 700, 8))
                .then(
                        "y",
                        Conv2d.conv2d()
                                .weights(weights)
                                .bias(100, -100)
                                .requant(new Requantization.Pow2(Requantization.ShiftRounding.HALF_AWAY, List.of(11)))
                                .output(TypeSpec.int8().element()))
                .fold(2, 8));
    }

    @Test
    void aRingInUltraRamAndWiderLanes(@TempDir Path folder) {
        Network network = broad();
        Plan plan = RtlDesign.plan(network, BOARD);
        MacEngine unit = (MacEngine) plan.bottleneck();
        assertEquals(new PackedMultiplier(), unit.multiplier());
        assertEquals(MemoryPlace.ULTRA, unit.ringMemory().place());
        assertEquals(1, plan.cost().uram());
        assertEquals(
                List.of(), RtlCheck.problems(network, plan, folder, 2, List.of(RtlCheck.VERILATOR, RtlCheck.ICARUS)));
        SynthesisReport report = new Yosys(CHIP)
                .synthesize(RtlDesign.write(network, plan, folder).folder());
        assertEquals(plan.cost().uram(), report.total().uram());
        assertEquals(plan.cost().dsp(), report.total().dsp());
        assertEquals(plan.cost().ramb18(), report.total().bramHalves());
        // The formulas are fitted to netlists of 7-series chips.
        assertTrue(report.total().lut() <= 1.3 * plan.cost().lut(), report.total() + " for " + plan.cost());
    }
}
