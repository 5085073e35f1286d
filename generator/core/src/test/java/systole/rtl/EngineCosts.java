package systole.rtl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import systole.engine.Engine;
import systole.tool.SynthesisReport;
import systole.tool.netlist.Resources;

/**
 * Compares what engines expect to cost with what synthesis makes of them. DSP slices and block RAM must be equal. An
 * estimate of LUTs is a formula of few terms: it may be exceeded by a fifth, and it may be too high by as much as half
 * where constants, such as limits, make logic simpler. The least engines may be off by a counter.
 */
final class EngineCosts {
    /** The most LUTs on a path between registers. */
    static final int MOST_LEVELS = 6;

    private static final double MOST = 1.2;
    private static final double LEAST = 0.5;
    private static final int COUNTER = 8;

    private final Path folder;
    private final SideBySide sideBySide;

    EngineCosts(Path folder) {
        this.folder = folder;
        sideBySide = new SideBySide(folder.resolve("all"));
    }

    /** Adds the engines of a kind in its sample. */
    EngineCosts with(EngineCheck check) {
        RtlDesign design = check.write(folder.resolve(check.sample().kind()));
        check.engines().forEach(engine -> sideBySide.add(design, engine));
        return this;
    }

    /** The engines that do not cost what they say, or that are slow. */
    List<String> problems() {
        SynthesisReport report = sideBySide.synthesize(EngineCheck.BOARD.chip());
        List<String> problems = new ArrayList<>();
        sideBySide.engines().forEach((instance, engine) -> {
            if (!isExpected(engine, report.units().get(instance))) {
                problems.add(instance + " of " + engine.folding().brief() + " expects " + engine.cost() + " and takes "
                        + report.units().get(instance));
            }
        });
        if (report.paths().longest() > MOST_LEVELS) {
            problems.add("LUTs on the longest paths: " + report.paths().levels());
        }
        return problems;
    }

    private static boolean isExpected(Engine engine, Resources taken) {
        int lut = engine.cost().lut();
        return taken.dsp() == engine.cost().dsp()
                && taken.bramHalves() == engine.cost().ramb18()
                && taken.latch() == 0
                && taken.lut() <= MOST * lut + COUNTER
                && taken.lut() >= LEAST * lut - COUNTER;
    }
}
