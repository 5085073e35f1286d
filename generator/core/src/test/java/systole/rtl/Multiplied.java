package systole.rtl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import systole.engine.Engine;
import systole.engine.array.Multiplier;
import systole.engine.lstm.LstmEngine;
import systole.engine.mac.MacEngine;
import systole.style.streaming.fold.BalancedFolding;
import systole.style.streaming.fold.Choice;
import systole.style.streaming.fold.FoldingStrategy;
import systole.style.streaming.fold.FoldingTask;

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
        return new Multiplied(variants -> variants.stream()
                .filter(v -> of(v).equals(multiplier))
                .findFirst()
                .orElseThrow());
    }

    private static Multiplier of(Engine engine) {
        return engine instanceof LstmEngine lstm ? lstm.multiplier() : ((MacEngine) engine).multiplier();
    }

    private static boolean sameShape(Engine a, Engine b) {
        return Stream.of("pe", "simd")
                .allMatch(key ->
                        a.folding().keys().get(key).equals(b.folding().keys().get(key)));
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
                        .filter(o -> o.name().equals(engine.name()) && sameShape(o, engine))
                        .toList())
                : engine;
        List<Engine> engines = new ArrayList<>(balanced.engines());
        engines.replaceAll(chosen);
        return new Choice(engines, balanced.limit());
    }
}
