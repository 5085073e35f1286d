package systole.engine.requant;

import java.util.ArrayList;
import java.util.List;
import systole.form.requant.ThresholdForm;
import systole.network.Range;
import systole.rtl.GeneratedFile;
import systole.rtl.Literals;
import systole.rtl.MemoryImage;

/** Requantizers in the form of {@link ThresholdForm}. {@code base} is a Verilog literal. */
public record ThresholdView(int tBits, int comparisons, String base, int outBits, int hold, List<Copy> copies)
        implements RequantView {
    public ThresholdView {
        copies = List.copyOf(copies);
    }

    @Override
    public boolean thresholds() {
        return true;
    }

    static ThresholdView of(
            String prefix,
            ThresholdForm form,
            List<Long> bias,
            int inBits,
            int outBits,
            Share share,
            List<GeneratedFile> files) {
        int tBits = inBits + 1;
        long[][] rows = form.thresholds();
        List<Copy> copies = new ArrayList<>();
        for (int k = 0; k < share.copies(); k++) {
            String file = prefix + ".q" + k;
            for (int stage = 0; stage < form.comparisons(); stage++) {
                MemoryImage image = new MemoryImage(tBits);
                for (int w = 0; w < share.words(); w++) {
                    int c = share.index().of(k, w);
                    for (int node = 0; node < 1 << stage; node++) {
                        long threshold = rows[c][((2 * node + 1) << (form.comparisons() - 1 - stage)) - 1];
                        image.field(raw(form, threshold, bias.get(c), inBits), tBits)
                                .end();
                    }
                }
                files.add(new GeneratedFile("rtl/" + file + "_" + stage + ".mem", image.text()));
            }
            copies.add(new Copy(k, share.words(), 0, share.delay().applyAsInt(k), file));
        }
        return new ThresholdView(
                tBits, form.comparisons(), Literals.signed18(form.base()), outBits, share.hold(), copies);
    }

    /**
     * The threshold for sums without the bias. It applies to sums that are not saturated, so thresholds that count
     * always or never are kept as such.
     */
    private static long raw(ThresholdForm form, long threshold, long bias, int inBits) {
        Range sums = Range.ofSigned(inBits);
        if (threshold == form.always()) {
            return sums.lo();
        }
        return threshold == form.never()
                ? sums.hi() + 1
                : Math.max(sums.lo(), Math.min(sums.hi() + 1, threshold - bias));
    }
}
