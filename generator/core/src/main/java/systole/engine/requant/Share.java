package systole.engine.requant;

import java.util.function.IntUnaryOperator;

/**
 * Says which parameters each of several requantizers holds.
 *
 * @param copies number of requantizers
 * @param words number of parameters of each
 * @param hold number of consecutive sums that share a parameter
 * @param delay cycles that copy k waits
 * @param ramb18Worth LUTs that a RAMB18 has to save so that parameters are put into block RAM
 * @param index the index, in the requantizer, of word w of copy k
 */
public record Share(int copies, int words, int hold, IntUnaryOperator delay, int ramb18Worth, IndexOf index) {
    /** See {@link Share}. */
    @FunctionalInterface
    public interface IndexOf {
        int of(int copy, int word);
    }
}
