package systole.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import systole.network.IntType;
import systole.network.Range;
import systole.plan.requant.MultiplyShift;
import systole.plan.requant.Thresholds;
import systole.plan.unit.Memory;
import systole.plan.unit.Requantized;

/**
 * The requantizers behind a unit's sums as the templates need them. Fields of the form that is not chosen are 0; {@code
 * zero}, {@code low} and {@code high} are Verilog literals.
 */
public record RequantView(
        boolean thresholds,
        int inBits,
        int biasBits,
        int tBits,
        int multBits,
        int addBits,
        int vBits,
        int shift,
        int signedAdd,
        int tiesEven,
        int comparisons,
        int base,
        int outBits,
        String zero,
        String low,
        String high,
        int hold,
        List<Copy> copies) {
    public RequantView {
        copies = List.copyOf(copies);
    }

    /**
     * One requantizer.
     *
     * @param delay cycles that its elements wait for those of the last one
     * @param file its parameters; a prefix of several files for thresholds
     */
    public record Copy(int index, int words, int block, int delay, String file) {}

    /**
     * Which parameters each copy holds.
     *
     * @param copies number of requantizers
     * @param words parameters of each
     * @param hold sums that share one
     * @param delay cycles that copy k waits
     * @param index the requantizer's index of copy k's word w
     */
    record Share(int copies, int words, int hold, IntUnaryOperator delay, IndexOf index) {
        /** See {@link Share}. */
        @FunctionalInterface
        interface IndexOf {
            int of(int copy, int word);
        }
    }

    /** Makes the view and the memory files, which are appended to {@code files}. */
    static RequantView of(
            String prefix, Requantized requantized, int inBits, IntType out, Share share, List<GeneratedFile> files) {
        return requantized.form() instanceof MultiplyShift form
                ? multiplyShift(prefix, form, requantized.bias(), inBits, out, share, files)
                : thresholds(prefix, (Thresholds) requantized.form(), requantized.bias(), inBits, out, share, files);
    }

    private static RequantView multiplyShift(
            String prefix,
            MultiplyShift form,
            List<Long> bias,
            int inBits,
            IntType out,
            Share share,
            List<GeneratedFile> files) {
        int biasBits = signedBits(bias.stream().mapToLong(b -> b));
        long[] positive = form.addPositive();
        long[] negative = form.addNegative();
        long[] mult = form.mult();
        int addBits = signedBits(LongStream.concat(Arrays.stream(positive), Arrays.stream(negative)));
        int vBits = Math.max(Math.max(form.productBits(), addBits), form.shift() + 1);
        int width = biasBits + form.multBits() + addBits * (form.signedAdd() ? 2 : 1);
        List<Copy> copies = new ArrayList<>();
        for (int k = 0; k < share.copies(); k++) {
            MemoryImage image = new MemoryImage(width);
            for (int w = 0; w < share.words(); w++) {
                int c = share.index().of(k, w);
                image.field(bias.get(c), biasBits)
                        .field(mult[c], form.multBits())
                        .field(positive[c], addBits)
                        .field(negative[c], form.signedAdd() ? addBits : 0)
                        .end();
            }
            String file = prefix + "_q" + k + ".mem";
            files.add(new GeneratedFile("rtl/" + file, image.text()));
            int block = Literals.flag(Memory.rom(width, share.words()).block());
            copies.add(new Copy(k, share.words(), block, share.delay().applyAsInt(k), file));
        }
        return new RequantView(
                false,
                inBits,
                biasBits,
                form.accBits(),
                form.multBits(),
                addBits,
                vBits,
                form.shift(),
                Literals.flag(form.signedAdd()),
                Literals.flag(form.tiesToEven()),
                0,
                0,
                out.bits(),
                Literals.signed18(form.zero()),
                Literals.signed18(form.lo()),
                Literals.signed18(form.hi()),
                share.hold(),
                copies);
    }

    private static RequantView thresholds(
            String prefix,
            Thresholds form,
            List<Long> bias,
            int inBits,
            IntType out,
            Share share,
            List<GeneratedFile> files) {
        int q = form.comparisons();
        int tBits = inBits + 1;
        long[][] rows = form.thresholds();
        List<Copy> copies = new ArrayList<>();
        for (int k = 0; k < share.copies(); k++) {
            String file = prefix + "_q" + k;
            for (int s = 0; s < q; s++) {
                MemoryImage image = new MemoryImage(tBits);
                for (int w = 0; w < share.words(); w++) {
                    int c = share.index().of(k, w);
                    for (int node = 0; node < 1 << s; node++) {
                        long threshold = rows[c][((2 * node + 1) << (q - 1 - s)) - 1];
                        image.field(raw(form, threshold, bias.get(c), inBits), tBits)
                                .end();
                    }
                }
                files.add(new GeneratedFile("rtl/" + file + "_" + s + ".mem", image.text()));
            }
            copies.add(new Copy(k, share.words(), 0, share.delay().applyAsInt(k), file));
        }
        return new RequantView(
                true, inBits, 0, tBits, 0, 0, 0, 0, 0, 0, q, form.base(), out.bits(), "", "", "", share.hold(), copies);
    }

    /** The threshold for sums without the bias, where the saturation of t has no part: always and never stay so. */
    private static long raw(Thresholds form, long threshold, long bias, int inBits) {
        Range sums = Range.ofSigned(inBits);
        if (threshold == form.always()) {
            return sums.lo();
        }
        return threshold == form.never()
                ? sums.hi() + 1
                : Math.max(sums.lo(), Math.min(sums.hi() + 1, threshold - bias));
    }

    private static int signedBits(LongStream values) {
        var summary = values.summaryStatistics();
        return new Range(summary.getMin(), summary.getMax()).signedBits();
    }
}
