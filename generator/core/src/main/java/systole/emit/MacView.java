package systole.emit;

import java.util.ArrayList;
import java.util.List;
import systole.plan.unit.MacUnit;
import systole.plan.unit.Passes;
import systole.plan.unit.Weights;

/** A {@link MacUnit} as its template needs it. */
public record MacView(
        String module,
        String title,
        String folding,
        long cycles,
        int inWidth,
        int outWidth,
        int inMsb,
        int outMsb,
        PassesView passes,
        int columns,
        int rows,
        int chains,
        int shared,
        int lanes,
        int xBits,
        int xSigned,
        int wBits,
        int wSigned,
        int accBits,
        int words,
        int aw,
        boolean weightless,
        int weightBlock,
        List<Rom> weights,
        RequantView requant,
        int outBits,
        int fifoDepth,
        int fifoBlock) {
    /** A column's weight memory. */
    public record Rom(int index, String file) {}

    /** Makes the view and the memory files, which are appended to {@code files}. */
    static MacView of(String module, String title, MacUnit unit, List<GeneratedFile> files) {
        Passes passes = unit.passes();
        int words = unit.weightWords();
        return new MacView(
                module,
                title,
                "Folding: " + unit.fold().pe() + " columns (PE) x "
                        + unit.fold().simd() + " rows (SIMD), " + unit.chains() + " requantizer"
                        + (unit.chains() == 1 ? "" : "s") + ".",
                unit.cycles(),
                unit.input().width(),
                unit.output().width(),
                unit.input().width() - 1,
                unit.output().width() - 1,
                PassesView.of(unit),
                unit.fold().pe(),
                unit.fold().simd(),
                unit.chains(),
                Literals.flag(unit.shared()),
                unit.inLanes(),
                unit.x().bits(),
                Literals.flag(unit.x().signed()),
                unit.weights().map(w -> w.type().bits()).orElse(2),
                unit.weights().map(w -> Literals.flag(w.type().signed())).orElse(1),
                unit.accBits(),
                words,
                Literals.addressBits(words),
                unit.weights().isEmpty(),
                Literals.flag(unit.weightMemory().block()),
                unit.weights().map(w -> roms(module, unit, w, files)).orElse(List.of()),
                RequantView.of(module, unit.requantized(), unit.accBits(), unit.out(), share(unit), files),
                unit.out().bits(),
                passes.fifo(),
                Literals.flag(unit.fifoMemory().block()));
    }

    /** The logical place in a pass of a column's output channel; see systole_array. */
    private static int place(MacUnit unit, int column) {
        int q = unit.passes().outBeats();
        return (q - 1 - column % q) * unit.chains() + column / q;
    }

    private static List<Rom> roms(String module, MacUnit unit, Weights weights, List<GeneratedFile> files) {
        List<Rom> roms = new ArrayList<>();
        for (int column = 0; column < unit.fold().pe(); column++) {
            String file = module + "_w" + column + ".mem";
            files.add(new GeneratedFile("rtl/" + file, contents(unit, weights, place(unit, column))));
            roms.add(new Rom(column, file));
        }
        return roms;
    }

    /** Words in the order of the window's beats: passes, then taps, then beats of a group; row 0 lowest. */
    private static String contents(MacUnit unit, Weights weights, int place) {
        Passes passes = unit.passes();
        MemoryImage image = new MemoryImage(unit.weightMemory().width());
        int simd = unit.fold().simd();
        for (int pass = 0; pass < passes.groups() * passes.repeat(); pass++) {
            int channel = pass * unit.fold().pe() + place;
            for (int tap = 0; tap < passes.window().taps(); tap++) {
                for (int beat = 0; beat < passes.beats() / passes.groups(); beat++) {
                    for (int row = 0; row < simd; row++) {
                        image.field(
                                weights.get(channel, tap, beat * simd + row),
                                weights.type().bits());
                    }
                    image.end();
                }
            }
        }
        return image.text();
    }

    private static Share share(MacUnit unit) {
        int chains = unit.chains();
        int q = unit.passes().outBeats();
        int perPixel = unit.outChannels() / chains;
        if (unit.requantized().byPixel()) {
            return new Share(
                    chains, unit.requantized().form().channels(), perPixel, k -> (chains - 1 - k) * q, (k, w) -> w);
        }
        return new Share(chains, perPixel, 1, k -> (chains - 1 - k) * q, (k, w) -> w * chains + k);
    }
}
