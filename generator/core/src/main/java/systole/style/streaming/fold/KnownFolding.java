package systole.style.streaming.fold;

import java.util.function.Consumer;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * Takes foldings that are known already, because requests leave one of each engine.
 *
 * @param limit the reason why they are not quicker
 */
public record KnownFolding(Limit limit) implements FoldingStrategy {
    @Override
    public Choice choose(FoldingTask task) {
        if (task.options().stream().anyMatch(options -> options.size() != 1)) {
            throw RefusedException.of(SourceRef.NONE, "an engine has several foldings to choose from", "plan again");
        }
        return new Choice(task.options().stream().map(options -> options.get(0)).toList(), limit);
    }

    /** Another strategy, whose choice is handed on as well. */
    public static FoldingStrategy telling(FoldingStrategy strategy, Consumer<Choice> told) {
        return task -> {
            Choice choice = strategy.choose(task);
            told.accept(choice);
            return choice;
        };
    }
}
