package systole.rtl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import systole.plan.fold.BalancedFolding;
import systole.plan.fold.Choice;
import systole.plan.fold.FoldingStrategy;
import systole.plan.fold.FoldingTask;
import systole.plan.unit.Engine;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.MacUnit;
import systole.plan.unit.Multiplier;

/**
 * Balanced foldings, but arrays multiply as a test wants them to.
 *
 * @param choice one of the variants that an array has in its folding
 */
record Multiplied(Variant choice) implements FoldingStrategy {
    /** See {@link Multiplied}. */
    @FunctionalInterface
    interface Variant {
        Engine of(List<Engine> variants);
    }

    /** With multipliers of a kind, which every array with weights can have. */
    static Multiplied by(Multiplier multiplier) {
        return new Multiplied(variants ->
                variants.stream().filter(v -> of(v) == multiplier).findFirst().orElseThrow());
    }

    private static Multiplier of(Engine engine) {
        return engine instanceof LstmUnit lstm ? lstm.multiplier() : ((MacUnit) engine).multiplier();
    }

    /** In any way. */
    static Multiplied anyhow(long seed) {
        Draw draw = Draw.of(seed);
        return new Multiplied(draw::pick);
    }

    @Override
    public Choice choose(FoldingTask task) {
        Choice balanced = new BalancedFolding().choose(task);
        UnaryOperator<Engine> chosen = engine -> engine.multipliers() > 0
                ? choice.of(task.options().stream()
                        .flatMap(List::stream)
                        .filter(o -> o.name().equals(engine.name()) && o.fold().equals(engine.fold()))
                        .toList())
                : engine;
        List<Engine> engines = new ArrayList<>(balanced.engines());
        engines.replaceAll(chosen);
        return new Choice(engines, balanced.limit());
    }
}
