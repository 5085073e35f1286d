package systole.style.streaming.fold;

import java.util.List;
import systole.engine.Engine;

/**
 * The foldings of all engines.
 *
 * @param engines one for each, in the task's order
 * @param limit why they are not quicker
 */
public record Choice(List<Engine> engines, Limit limit) {
    public Choice {
        engines = List.copyOf(engines);
    }
}
