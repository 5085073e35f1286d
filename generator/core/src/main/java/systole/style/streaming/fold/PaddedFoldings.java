package systole.style.streaming.fold;

import java.util.Collections;
import java.util.List;
import systole.engine.Engine;

/**
 * The foldings that pad the channels of their layer. There are many of them, so only those with cycles in a given range
 * are made.
 */
@FunctionalInterface
public interface PaddedFoldings {
    /** Padding must reduce a time or a weight to this share or less. Otherwise it is not worth it. */
    double WORTH = 0.95;

    /**
     * Foldings that are more than this many times as quick as needed are left out, because nearly as quick foldings
     * exist that divide the channels.
     */
    int REACH = 2;

    /**
     * For each engine, the padded foldings that take {@code least} to {@code most} cycles; none if a folding was
     * requested.
     */
    List<List<Engine>> within(long least, long most);

    /** No padded foldings, for a number of engines. */
    static PaddedFoldings none(int engines) {
        return (least, most) -> Collections.nCopies(engines, List.of());
    }
}
