package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import systole.target.board.Boards;
import systole.tool.netlist.DspCascades;

/** The resources that plans foretell against those that synthesis counted, in all results that are kept. */
class CostModelTest {
    private static final Path RESULTS = Shell.root().resolve("docs/benchmarks");
    private static final double OF_LUTS = 0.2;
    private static final double OF_BLOCKS = 0.1;

    /** So many of the chip's blocks may be foretold too many or too few, even if that is a large share of a few. */
    private static final double OF_CHIP = 0.01;

    private static final int MOST_LEVELS = 6;

    /** Of a path that is to be one of 150 MHz once it is routed. */
    private static final double MOST_NS_OF_CELLS = 3.6;

    private static List<BenchResult> synthesized() {
        return BenchResult.readAll(RESULTS).stream()
                .filter(BenchResult::synthesized)
                .toList();
    }

    @Test
    void foretoldResourcesAreNearTheSynthesizedOnes() {
        List<BenchResult> results = synthesized();
        assertFalse(results.isEmpty());
        for (BenchResult result : results) {
            String name = result.model() + " on " + result.board();
            JsonNode total = result.synth().path("total");
            JsonNode predicted = result.synth().path("predicted");
            JsonNode available = result.synth().path("available");
            int dsps = total.path("dsp").asInt();
            near(name + ", DSP", dsps, predicted.path("dsp").asInt(), OF_BLOCKS * dsps);
            int luts = total.path("lut").asInt();
            near(name + ", LUT", luts, predicted.path("lut").asInt(), OF_LUTS * luts);
            int ramb18 = 2 * total.path("ramb36").asInt() + total.path("ramb18").asInt();
            double few = OF_CHIP * available.path("ramb18").asInt();
            near(name + ", RAMB18", ramb18, predicted.path("ramb18").asInt(), Math.max(few, OF_BLOCKS * ramb18));
        }
    }

    @Test
    void pathsBetweenRegistersAreShort() {
        for (BenchResult result : synthesized()) {
            result.synth()
                    .path("logic_levels")
                    .properties()
                    .forEach(unit -> assertTrue(
                            unit.getValue().asInt() <= MOST_LEVELS,
                            result.model() + " on " + result.board() + ", " + unit));
        }
    }

    /** This is what default clocks rely on. Every result on a chip of a known speed grade is timed. */
    @Test
    void pathsAreNoLongerThanClocksAllow() {
        for (BenchResult result : synthesized()) {
            double worst = result.synth().path("timing").path("worst_ns").asDouble();
            Boards.find(result.board())
                    .flatMap(board -> board.chip().speedGrade())
                    .ifPresent(grade -> assertTrue(
                            0 < worst && worst <= grade.designedNs(),
                            result.model() + " on " + result.board() + ": " + worst));
        }
    }

    /** Cells alone, without any net, on chips of speed grade -1. */
    @Test
    void cellsAloneAreQuick() {
        for (BenchResult result : synthesized()) {
            double cells = result.synth().path("timing").path("cells_alone_ns").asDouble();
            boolean timed = Boards.find(result.board())
                    .flatMap(board -> board.chip().speedGrade())
                    .isPresent();
            assertTrue(
                    !timed || (0 < cells && cells <= MOST_NS_OF_CELLS),
                    result.model() + " on " + result.board() + ": " + cells);
        }
    }

    /** Boards with an open flow. */
    @Test
    void openPlaceAndRouteTakesTheCascades() {
        synthesized().stream()
                .filter(r ->
                        Boards.find(r.board()).filter(b -> !b.hasProcessor()).isPresent())
                .forEach(r -> assertTrue(
                        r.synth().path("dsp_cascade").asInt(Integer.MAX_VALUE) <= DspCascades.OPEN_MOST,
                        r.model() + " on " + r.board()));
    }

    private static void near(String what, int synthesized, int predicted, double tolerance) {
        assertEquals(synthesized, predicted, tolerance, what);
    }
}
