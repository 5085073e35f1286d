package systole.emit;

import java.util.ArrayList;
import java.util.List;
import systole.plan.unit.MacUnit;
import systole.plan.unit.Passes;
import systole.plan.unit.WeightMemory;
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
        int lanes,
        int kind,
        int canary,
        int rows,
        int chains,
        int shared,
        int elements,
        int xBits,
        int xSigned,
        int wBits,
        int wSigned,
        int accBits,
        int words,
        int aw,
        boolean weightless,
        List<Rom> weights,
        RequantView requant,
        int outBits,
        int fifoDepth,
        int fifoBlock) {
    /** A memory of some rows of a column's weights. */
    public record Rom(int column, int firstRow, int rows, int block, String file) {}

    /** Makes the view and the memory files, which are appended to {@code files}. */
    static MacView of(String module, String title, MacUnit unit, List<GeneratedFile> files) {
        Passes passes = unit.passes();
        int words = unit.weightWords();
        return new MacView(
                module,
                title,
                Titles.folding(unit),
                unit.cycles(),
                unit.input().width(),
                unit.output().width(),
                unit.input().width() - 1,
                unit.output().width() - 1,
                PassesView.of(unit),
                unit.columns(),
                unit.multiplier().lanes(),
                unit.multiplier().code(),
                unit.canary(),
                unit.fold().simd(),
                unit.chains(),
                Literals.flag(unit.shared()),
                unit.inLanes(),
                unit.x().bits(),
                Literals.flag(unit.x().signed()),
                unit.fieldBits(),
                unit.weights().map(w -> Literals.flag(w.type().signed())).orElse(1),
                unit.accBits(),
                words,
                Literals.addressBits(words),
                unit.weights().isEmpty(),
                unit.weights().map(w -> roms(module, unit, w, files)).orElse(List.of()),
                RequantView.of(module, unit.requantized(), unit.accBits(), unit.out(), share(unit), files),
                unit.out().bits(),
                passes.fifo(),
                Literals.flag(unit.fifoMemory().block()));
    }

    private static List<Rom> roms(String module, MacUnit unit, Weights weights, List<GeneratedFile> files) {
        WeightMemory memory = unit.weightMemory();
        List<Rom> roms = new ArrayList<>();
        for (int column = 0; column < unit.columns(); column++) {
            for (int tile = 0; tile < memory.tiles(); tile++) {
                String file = module + "_w" + column + (memory.tiles() > 1 ? "_" + tile : "") + ".mem";
                int firstRow = tile * memory.tile();
                int rows = memory.rowsOf(tile);
                files.add(new GeneratedFile("rtl/" + file, WeightImage.of(unit, weights, column, firstRow, rows)));
                roms.add(new Rom(column, firstRow, rows, Literals.flag(memory.block()), file));
            }
        }
        return roms;
    }

    private static Share share(MacUnit unit) {
        int chains = unit.chains();
        int q = unit.columns() / chains;
        int perPixel = unit.outChannels() / chains;
        if (unit.requantized().byPixel()) {
            return new Share(
                    chains,
                    unit.requantized().form().channels(),
                    perPixel,
                    k -> (chains - 1 - k) * q,
                    unit.ramb18Worth(),
                    (k, w) -> w);
        }
        return new Share(chains, perPixel, 1, k -> (chains - 1 - k) * q, unit.ramb18Worth(), (k, w) -> w * chains + k);
    }
}
