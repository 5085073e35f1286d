package systole.engine.requant;

import java.util.function.IntUnaryOperator;

/**
 * Which parameters each of several requantizers holds.
 *
 * @param copies number of requantizers
 * @param words parameters of each
 * @param hold sums that share one
 * @param delay cycles that copy k waits
 * @param ramb18Worth LUTs that a RAMB18 has to save where parameters are put into block RAM
 * @param index the requantizer's index of copy k's word w
 */
public record Share(int copies, int words, int hold, IntUnaryOperator delay, int ramb18Worth, IndexOf index) {
    /** See {@link Share}. */
    @FunctionalInterface
    public interface IndexOf {
        int of(int copy, int word);
    }
}
