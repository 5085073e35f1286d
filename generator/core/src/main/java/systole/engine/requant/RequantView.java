package systole.engine.requant;

import java.util.List;
import systole.form.requant.MultiplyShift;
import systole.form.requant.Thresholds;
import systole.rtl.GeneratedFile;

/** The requantizers behind a unit's sums as the templates need them. */
public sealed interface RequantView permits MultiplyShiftView, ThresholdView {
    /** Which of the two it is. */
    boolean thresholds();

    /** Sums that share a parameter. */
    int hold();

    List<Copy> copies();

    /**
     * One requantizer.
     *
     * @param delay cycles that its elements wait for those of the last one
     * @param file its parameters; a prefix of several files for thresholds
     */
    record Copy(int index, int words, int block, int delay, String file) {}

    /**
     * Makes the view and the memory files, which are appended to {@code files}.
     *
     * @param prefix of the files' names
     * @param inBits of a sum
     * @param outBits of an element
     */
    static RequantView of(
            String prefix, Requantized requantized, int inBits, int outBits, Share share, List<GeneratedFile> files) {
        return requantized.form() instanceof MultiplyShift form
                ? MultiplyShiftView.of(prefix, form, requantized, outBits, share, files)
                : ThresholdView.of(
                        prefix, (Thresholds) requantized.form(), requantized.bias(), inBits, outBits, share, files);
    }
}
