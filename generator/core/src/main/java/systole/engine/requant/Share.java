package systole.engine.requant;

import java.util.function.IntUnaryOperator;
import systole.engine.Storage;

/**
 * Says which parameters each of several requantizers holds.
 *
 * @param copies number of requantizers
 * @param words number of parameters of each
 * @param hold number of consecutive sums that share a parameter
 * @param delay cycles that copy k waits
 * @param storage says where the parameters are
 * @param index the index, in the requantizer, of word w of copy k
 */
public record Share(int copies, int words, int hold, IntUnaryOperator delay, Storage storage, IndexOf index) {
    /** See {@link Share}. */
    @FunctionalInterface
    public interface IndexOf {
        int of(int copy, int word);
    }
}
