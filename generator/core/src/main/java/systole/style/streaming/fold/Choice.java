package systole.style.streaming.fold;

import java.util.List;
import systole.engine.Engine;

/**
 * The foldings of all engines.
 *
 * @param engines the folded engines, in the order of the task
 * @param limit why the choice is not quicker
 */
public record Choice(List<Engine> engines, Limit limit) {
    public Choice {
        engines = List.copyOf(engines);
    }
}
