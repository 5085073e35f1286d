package systole.emit;

import java.util.List;
import systole.network.IntTensor;
import systole.plan.unit.AddUnit;

/** An {@link AddUnit} as its template needs it. */
public record AddView(
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
        int tables,
        String fileA,
        String fileB,
        RequantView requant,
        int fifoDepth) {
    /** Makes the view and the memory files, which are appended to {@code files}. */
    static AddView of(String module, String title, AddUnit unit, List<GeneratedFile> files) {
        int lanes = unit.fold().pe();
        int sumBits = Math.max(
                unit.sum().signedBits(), 2 + Math.max(unit.a().bits(), unit.b().bits()));
        boolean tables = unit.terms().isPresent();
        unit.terms().ifPresent(terms -> {
            files.add(new GeneratedFile("rtl/" + module + "_a.mem", image(terms.get(0), sumBits)));
            files.add(new GeneratedFile("rtl/" + module + "_b.mem", image(terms.get(1), sumBits)));
        });
        boolean perChannel = unit.requantized().form().channels() > 1;
        Share share = perChannel
                ? new Share(lanes, unit.channels() / lanes, 1, k -> 0, (k, w) -> w * lanes + k)
                : new Share(lanes, 1, 1, k -> 0, (k, w) -> 0);
        return new AddView(
                module,
                title,
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
                sumBits,
                Literals.flag(tables),
                tables ? module + "_a.mem" : "",
                tables ? module + "_b.mem" : "",
                RequantView.of(module, unit.requantized(), sumBits, unit.out(), share, files),
                unit.fifo());
    }

    private static String image(IntTensor terms, int bits) {
        MemoryImage image = new MemoryImage(bits);
        terms.stream().forEach(t -> image.field(t, bits).end());
        return image.text();
    }
}
