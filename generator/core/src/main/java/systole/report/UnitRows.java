package systole.report;

import java.util.List;
import java.util.Optional;
import systole.design.Design;
import systole.design.DesignUnit;
import systole.design.Work;
import systole.engine.Description;
import systole.engine.MemoryUse;
import systole.target.resource.ResourceVector;

/** Makes the rows of the tables of units and memories. */
record UnitRows(Design design, Optional<Synthesis> synthesis) {
    private static final String NONE = "–";

    List<UnitRow> engines() {
        return design.engines().map(this::engine).toList();
    }

    /** The units that move and keep data between the engines. */
    List<UnitRow> plumbing() {
        return design.units().stream()
                .filter(u -> u.work().isEmpty())
                .map(u -> row(u, "", "", "", "", "", List.of(), false))
                .toList();
    }

    private UnitRow engine(DesignUnit engine) {
        Work work = engine.work().orElseThrow();
        ResourceVector cost = work.cost();
        return row(
                engine,
                work.folding(),
                work.multipliers() == 0 ? NONE : Figures.count(work.multipliers()),
                work.macs() == 0 ? NONE : Figures.count(work.macs()),
                Figures.count(work.cycles()),
                Figures.percent(work.cycles() / design.prediction().interval()),
                List.of(Figures.count(cost.dsp()), Figures.count(cost.lut()), Figures.count(cost.ramb18())),
                engine.name().equals(design.bottleneck().name()));
    }

    private UnitRow row(
            DesignUnit unit,
            String folding,
            String multipliers,
            String macs,
            String cycles,
            String busy,
            List<String> predicted,
            boolean bottleneck) {
        Description facts = unit.description();
        return new UnitRow(
                unit.name(),
                facts.kind(),
                facts.detail(),
                folding,
                facts.multiplier().isEmpty() ? NONE : facts.multiplier(),
                multipliers,
                macs,
                cycles,
                busy,
                unit.memories().stream().map(UnitRows::brief).toList(),
                predicted,
                synthesized(unit),
                bottleneck);
    }

    private List<String> synthesized(DesignUnit unit) {
        if (synthesis.isEmpty()) {
            return List.of();
        }
        return synthesis
                .get()
                .unit(unit)
                .map(u -> List.of(
                        Figures.count(u.dsp()),
                        Figures.count(u.lut()),
                        Figures.count(u.ramb18()),
                        Figures.count(u.ff())))
                .orElse(List.of(NONE, NONE, NONE, NONE));
    }

    private static String place(MemoryUse use) {
        return switch (use.memory().place()) {
            case LUT -> "LUT";
            case BLOCK -> "block";
            case ULTRA -> "UltraRAM";
        };
    }

    /** A memory in a few words, for the table of units. */
    private static String brief(MemoryUse use) {
        return use.what() + " " + (use.count() == 1 ? "" : Figures.count(use.count()) + " × ")
                + Figures.count(use.memory().depth()) + " × " + use.memory().width() + " bit (" + place(use) + ")";
    }

    List<PageView.MemoryRow> memories() {
        return design.units().stream()
                .flatMap(unit -> unit.memories().stream()
                        .map(m -> new PageView.MemoryRow(
                                unit.name(),
                                m.what(),
                                Figures.count(m.count()),
                                Figures.count(m.memory().depth()),
                                Figures.count(m.memory().width()),
                                Figures.bits(m.bits()),
                                place(m),
                                m.ramb18() == 0 ? NONE : Figures.count(m.ramb18()),
                                m.ramb18() == 0 ? NONE : Figures.bits(m.wasted()))))
                .toList();
    }
}
