package systole.engine.pair;

import java.util.List;
import systole.engine.Storage;
import systole.engine.requant.RequantView;
import systole.engine.requant.Share;
import systole.network.IntTensor;
import systole.op.Pairing;
import systole.rtl.GeneratedFile;
import systole.rtl.Literals;
import systole.rtl.MemoryImage;

/** The values that the template of a {@link PairEngine} needs. */
public record PairView(
        String module,
        String title,
        String folding,
        long cycles,
        int lanes,
        int aMsb,
        int bMsb,
        int outMsb,
        int outBits,
        int aBits,
        int aSigned,
        int bBits,
        int bSigned,
        int sumBits,
        Accumulators accumulators,
        RequantView requant,
        int fifoDepth) {
    /**
     * The way in which accumulators are made.
     *
     * @param product true for the product of the elements less their zero points, false for a sum
     * @param subtract true if b is subtracted from a
     * @param tables true if tables hold the terms of the sum
     * @param rescaled true if the terms are elements times a factor, a Verilog literal, which are rounded once more by a
     *     shift
     */
    public record Accumulators(
            boolean product,
            int aZero,
            int bZero,
            int subtract,
            int tables,
            String fileA,
            String fileB,
            boolean rescaled,
            String factorA,
            int shiftA,
            String factorB,
            int shiftB) {
        private static final String NO_FACTOR = "";

        private static Accumulators of(String module, Pairing pairing) {
            if (pairing instanceof Pairing.Product p) {
                return plain(true, p.zeroA(), p.zeroB(), 0, 0, "", "");
            }
            if (pairing instanceof Pairing.Rescaled r) {
                return new Accumulators(
                        false,
                        0,
                        0,
                        0,
                        0,
                        "",
                        "",
                        true,
                        Literals.signed(r.a().mantissa(), Integer.SIZE),
                        -r.a().exponent(),
                        Literals.signed(r.b().mantissa(), Integer.SIZE),
                        -r.b().exponent());
            }
            return pairing instanceof Pairing.Elements e
                    ? plain(false, 0, 0, Literals.flag(e.subtract()), 0, "", "")
                    : plain(false, 0, 0, 0, 1, module + ".a.mem", module + ".b.mem");
        }

        private static Accumulators plain(
                boolean product, int aZero, int bZero, int subtract, int tables, String fileA, String fileB) {
            return new Accumulators(
                    product, aZero, bZero, subtract, tables, fileA, fileB, false, NO_FACTOR, 0, NO_FACTOR, 0);
        }
    }

    /** Makes the view and the memory files, which are appended to {@code files}. */
    public static PairView of(String module, PairEngine unit, List<GeneratedFile> files) {
        int lanes = unit.fold().pe();
        Accumulators accumulators = Accumulators.of(module, unit.pairing());
        if (unit.pairing() instanceof Pairing.Tables t) {
            files.add(new GeneratedFile("rtl/" + accumulators.fileA(), image(t.a(), unit.sumBits())));
            files.add(new GeneratedFile("rtl/" + accumulators.fileB(), image(t.b(), unit.sumBits())));
        }
        boolean perChannel = unit.requantized().form().channels() > 1;
        Share share = new Share(
                lanes, unit.requantizerWords(), 1, k -> 0, Storage.USUAL, (k, w) -> perChannel ? w * lanes + k : 0);
        return new PairView(
                module,
                unit.pairing().noun() + " of " + unit.elements() + " pairs, " + unit.a() + " and " + unit.b() + " to "
                        + unit.out() + ".",
                "Folding: " + lanes + " lanes.",
                unit.cycles(),
                lanes,
                unit.inputs().get(0).width() - 1,
                unit.inputs().get(1).width() - 1,
                unit.output().width() - 1,
                unit.out().bits(),
                unit.a().bits(),
                Literals.flag(unit.a().signed()),
                unit.b().bits(),
                Literals.flag(unit.b().signed()),
                unit.sumBits(),
                accumulators,
                RequantView.of(
                        module, unit.requantized(), unit.sumBits(), unit.out().bits(), share, files),
                unit.fifo());
    }

    private static String image(IntTensor terms, int bits) {
        MemoryImage image = new MemoryImage(bits);
        terms.stream().forEach(t -> image.field(t, bits).end());
        return image.text();
    }
}
