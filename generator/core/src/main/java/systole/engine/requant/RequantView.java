package systole.engine.requant;

import java.util.List;
import systole.form.requant.MultiplyShift;
import systole.form.requant.ThresholdForm;
import systole.rtl.GeneratedFile;

/** The values that the templates need of the requantizers behind a unit's sums. */
public sealed interface RequantView permits MultiplyShiftView, ThresholdView {
    /** True for thresholds, false for a multiplication. */
    boolean thresholds();

    /** The number of consecutive sums that share a parameter. */
    int hold();

    List<Copy> copies();

    /**
     * One requantizer.
     *
     * @param delay the cycles that its elements wait for those of the last copy
     * @param file the file of its parameters; for thresholds, the prefix of several files
     */
    record Copy(int index, int words, int block, int delay, String file) {}

    /**
     * Makes the view and the memory files, which are appended to {@code files}.
     *
     * @param prefix the start of the files' names
     * @param inBits bits of a sum
     * @param outBits bits of an element
     */
    static RequantView of(
            String prefix, Requantized requantized, int inBits, int outBits, Share share, List<GeneratedFile> files) {
        return requantized.form() instanceof MultiplyShift form
                ? MultiplyShiftView.of(prefix, form, requantized, outBits, share, files)
                : ThresholdView.of(
                        prefix, (ThresholdForm) requantized.form(), requantized.bias(), inBits, outBits, share, files);
    }
}
