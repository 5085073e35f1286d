package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.Repository;
import systole.board.Boards;
import systole.catalog.StandardCatalog;
import systole.plan.unit.MacUnit;
import systole.text.NetReader;
import systole.tool.Resources;
import systole.tool.SynthesisReport;
import systole.tool.Yosys;

/** What Yosys makes of an example: multipliers in DSP48E1 and memories in block RAM where the plan says so. */
class SynthesisIT {
    private static final Path EXAMPLE = Repository.root().resolve("examples/separable/separable.net");

    @Test
    void resourcesAreAsPlanned(@TempDir Path folder) {
        RtlDesign design = RtlDesign.write(
                new NetReader(StandardCatalog.CATALOG).read(EXAMPLE),
                Boards.find("arty-a7-35t").orElseThrow(),
                folder);
        SynthesisReport report = new Yosys().synthesize(design.folder());
        assertEquals(0, report.total().latch());
        assertTrue(report.total().lutram() > 0, "the small FIFOs are LUT RAM");
        design.plan()
                .engines()
                .filter(MacUnit.class::isInstance)
                .map(MacUnit.class::cast)
                .forEach(mac -> {
                    Resources unit = report.units().get("u_" + mac.name());
                    assertEquals(hasBlockRam(mac), unit.ramb18() + unit.ramb36() > 0, mac.name() + ": " + unit);
                    if (mac.weights().isPresent()) {
                        int requantizers =
                                mac.chains() * mac.requantized().form().dsps();
                        assertEquals(mac.multipliers() + requantizers, unit.dsp(), mac.name());
                    }
                });
    }

    /** Rings, FIFOs, weights and requantizers: the cost counts those that the plan puts into block RAM. */
    private static boolean hasBlockRam(MacUnit mac) {
        return mac.cost().ramb18() > 0;
    }
}
