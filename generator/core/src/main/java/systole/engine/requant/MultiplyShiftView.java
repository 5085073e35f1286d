package systole.engine.requant;

import java.util.ArrayList;
import java.util.List;
import systole.form.requant.MultiplyShift;
import systole.rtl.GeneratedFile;
import systole.rtl.Literals;
import systole.rtl.MemoryImage;

/**
 * Requantizers in the form of a {@link MultiplyShift}. {@code zero}, {@code low} and {@code high} are Verilog literals.
 */
public record MultiplyShiftView(
        int biasBits,
        int tBits,
        int multBits,
        int addBits,
        int vBits,
        int port,
        int deep,
        int shift,
        int signedAdd,
        int tiesEven,
        int outBits,
        String zero,
        String low,
        String high,
        int hold,
        List<Copy> copies)
        implements RequantView {
    public MultiplyShiftView {
        copies = List.copyOf(copies);
    }

    @Override
    public boolean thresholds() {
        return false;
    }

    static MultiplyShiftView of(
            String prefix,
            MultiplyShift form,
            Requantized requantized,
            int outBits,
            Share share,
            List<GeneratedFile> files) {
        int biasBits = requantized.biasBits();
        int addBits = form.addBits();
        Words words = new Words(form, requantized.bias(), biasBits, addBits);
        int block = requantized
                .parameters(share.words(), share.storage())
                .orElseThrow()
                .parameter();
        List<Copy> copies = new ArrayList<>();
        for (int k = 0; k < share.copies(); k++) {
            String file = prefix + ".q" + k + ".mem";
            files.add(new GeneratedFile("rtl/" + file, words.image(share, k)));
            copies.add(new Copy(k, share.words(), block, share.delay().applyAsInt(k), file));
        }
        return new MultiplyShiftView(
                biasBits,
                form.accBits(),
                form.multBits(),
                addBits,
                Math.max(Math.max(form.productBits(), addBits), form.shift() + 1),
                requantized.dsp().wide(),
                requantized.deep(),
                form.shift(),
                Literals.flag(form.signedAdd()),
                Literals.flag(form.tiesToEven()),
                outBits,
                Literals.signed18(form.zero()),
                Literals.signed18(form.lo()),
                Literals.signed18(form.hi()),
                share.hold(),
                copies);
    }

    /**
     * The parameters of a channel in a word. The bias is lowest, followed by the multiplier, the addend, and the addend
     * for negative numbers.
     */
    private record Words(MultiplyShift form, List<Long> bias, int biasBits, int addBits) {
        int width() {
            return biasBits + form.multBits() + addBits * (form.signedAdd() ? 2 : 1);
        }

        String image(Share share, int copy) {
            long[] mult = form.mult();
            long[] positive = form.addPositive();
            long[] negative = form.addNegative();
            MemoryImage image = new MemoryImage(width());
            for (int w = 0; w < share.words(); w++) {
                int c = share.index().of(copy, w);
                image.field(bias.get(c), biasBits)
                        .field(mult[c], form.multBits())
                        .field(positive[c], addBits)
                        .field(negative[c], form.signedAdd() ? addBits : 0)
                        .end();
            }
            return image.text();
        }
    }
}
