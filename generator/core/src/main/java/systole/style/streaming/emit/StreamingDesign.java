package systole.style.streaming.emit;

import java.util.List;
import java.util.Optional;
import systole.design.Design;
import systole.design.DesignUnit;
import systole.design.NamedStream;
import systole.design.Work;
import systole.engine.Engine;
import systole.engine.Unit;
import systole.network.Network;
import systole.rtl.DesignNames;
import systole.rtl.GeneratedFile;
import systole.style.streaming.Plan;
import systole.style.streaming.wiring.Stage;

/** Makes a design from a plan. */
public final class StreamingDesign {
    private StreamingDesign() {}

    /** Emits the design of a plan. */
    public static Design of(Network network, Plan plan) {
        List<GeneratedFile> files =
                new Emitter().emit(plan, network.outputType().shape());
        TopNames names = TopNames.of(plan);
        return new Design(
                network,
                DesignNames.of(plan.name()).top(),
                plan.board(),
                plan.clockMhz(),
                new NamedStream(plan.input(), plan.inputStream()),
                new NamedStream(plan.output(), plan.outputStream()),
                plan.prediction(),
                plan.limit().text(),
                plan.stages().stream().map(stage -> unit(stage, names)).toList(),
                files,
                Optional.empty());
    }

    private static DesignUnit unit(Stage stage, TopNames names) {
        Unit unit = stage.unit();
        return new DesignUnit(
                unit.name(),
                names.instance(unit.name()),
                unit.description(),
                stage.sources(),
                stage.sinks(),
                unit.inputs(),
                unit.outputs(),
                unit.memories(),
                unit instanceof Engine engine ? Optional.of(work(engine)) : Optional.empty());
    }

    private static Work work(Engine engine) {
        return new Work(engine.folding().brief(), engine.cycles(), engine.multipliers(), engine.macs(), engine.cost());
    }
}
