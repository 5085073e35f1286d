package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.Repository;
import systole.catalog.StandardCatalog;
import systole.engine.array.ArrayEngine;
import systole.engine.array.Multiplier;
import systole.engine.array.Multipliers;
import systole.engine.mac.MacEngine;
import systole.frontend.text.NetReader;
import systole.target.board.Board;
import systole.tool.SynthesisReport;
import systole.tool.Yosys;
import systole.tool.netlist.Resources;

/**
 * What Yosys makes of an example: multipliers in DSP48E1 where the plan says so and nowhere else, memories in block RAM,
 * and about as many LUTs. The board is small, so that this does not take long; the arrays take turns with the ways
 * to multiply.
 */
class SynthesisIT {
    private static final Path EXAMPLE = Repository.root().resolve("examples/separable/separable.net");
    private static final Board SMALL =
            new Board("small", "A small board", "xc7a15tcpg236-1", 8_000, 16_000, 20, 10, 100);
    private static final double LUT_TOLERANCE = 0.2;
    /** Pins of a net: those of a column's accumulators or of a Booth digit, never of an array. */
    private static final int WIDEST_NET = 96;

    @Test
    void resourcesAreAsPlanned(@TempDir Path folder) {
        RtlDesign design =
                RtlDesign.write(new NetReader(StandardCatalog.CATALOG).read(EXAMPLE), SMALL, inTurns(), folder);
        assertEquals(Set.copyOf(Multipliers.ALL), multipliers(design));
        SynthesisReport report = new Yosys(SMALL.chip()).synthesize(design.folder());
        assertEquals(0, report.total().latch());
        assertTrue(report.total().lutram() > 0, "the small FIFOs are LUT RAM");
        assertTrue(
                report.paths().longest() <= EngineCosts.MOST_LEVELS,
                "LUTs on the longest paths: " + report.paths().levels());
        assertTrue(
                report.paths().widest() <= WIDEST_NET,
                "pins of the widest nets: " + report.paths().fanOuts());
        int planned = design.plan().cost().lut();
        assertEquals(planned, report.total().lut(), LUT_TOLERANCE * planned, "LUTs of " + report.units());
        design.plan()
                .engines()
                .filter(ArrayEngine.class::isInstance)
                .map(ArrayEngine.class::cast)
                .forEach(mac -> {
                    Resources unit = report.units().get("u_" + mac.name());
                    assertEquals(mac.cost().ramb18() > 0, unit.ramb18() + unit.ramb36() > 0, mac.name() + ": " + unit);
                    assertEquals(mac.cost().dsp(), unit.dsp(), mac.name());
                });
    }

    /** One array after the other with another way to multiply, where it can have that. */
    private static Multiplied inTurns() {
        Deque<Multiplier> turns = new ArrayDeque<>(Multipliers.ALL);
        return new Multiplied(variants -> {
            Multiplier next = turns.removeLast();
            turns.addFirst(next);
            return variants.stream()
                    .filter(v -> ((MacEngine) v).multiplier().equals(next))
                    .findFirst()
                    .orElse(variants.get(0));
        });
    }

    private static Set<Multiplier> multipliers(RtlDesign design) {
        return design.plan()
                .engines()
                .filter(MacEngine.class::isInstance)
                .map(e -> ((MacEngine) e).multiplier())
                .collect(Collectors.toSet());
    }
}
