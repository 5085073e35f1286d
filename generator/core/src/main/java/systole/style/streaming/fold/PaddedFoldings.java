package systole.style.streaming.fold;

import java.util.Collections;
import java.util.List;
import systole.engine.Engine;

/** The foldings that pad the channels of their layer. They are many, so they are made for the cycles that matter. */
@FunctionalInterface
public interface PaddedFoldings {
    /** The share of a time or a weight that is to be reached, or padding is not worth it. */
    double WORTH = 0.95;

    /** Foldings that are so many times as quick as need be are left out: there are others nearly as quick that divide. */
    int REACH = 2;

    /** For each engine those that take {@code least} to {@code most} cycles; none where a folding was asked for. */
    List<List<Engine>> within(long least, long most);

    /** None for any of so many engines. */
    static PaddedFoldings none(int engines) {
        return (least, most) -> Collections.nCopies(engines, List.of());
    }
}
