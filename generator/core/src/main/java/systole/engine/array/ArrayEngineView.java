package systole.engine.array;

import java.util.List;
import systole.engine.requant.RequantView;
import systole.engine.requant.Share;
import systole.engine.window.PassesView;
import systole.rtl.GeneratedFile;
import systole.rtl.Literals;

/** An {@link ArrayEngine} as its template needs it. */
public record ArrayEngineView(
        String module,
        String title,
        String folding,
        long cycles,
        int inWidth,
        int outWidth,
        int inMsb,
        int outMsb,
        PassesView passes,
        PackView pack,
        TrimView trim,
        ArrayView array,
        RequantView requant,
        int outBits,
        int fifoDepth,
        int fifoBlock) {
    /**
     * What tells one such engine from another.
     *
     * @param title what it computes
     * @param folding how it is folded
     * @param pack in front of the window
     * @param trim behind the output FIFO
     * @param weights memories of the weights
     * @param share of the requantizers' parameters
     */
    public record Parts(
            String title, String folding, PackView pack, TrimView trim, List<WeightView> weights, Share share) {}

    /** Makes the view and the requantizers' memory files, which are appended to {@code files}. */
    public static ArrayEngineView of(String module, ArrayEngine unit, Parts parts, List<GeneratedFile> files) {
        return new ArrayEngineView(
                module,
                parts.title(),
                parts.folding(),
                unit.cycles(),
                unit.windowInput().width(),
                unit.output().width(),
                unit.input().width() - 1,
                unit.output().width() - 1,
                PassesView.of(unit),
                parts.pack(),
                parts.trim(),
                ArrayView.of(unit.array(), unit.windowInput().lanes(), unit.accBits(), unit.canary(), parts.weights()),
                RequantView.of(
                        module, unit.requantized(), unit.accBits(), unit.out().bits(), parts.share(), files),
                unit.out().bits(),
                unit.passes().fifo(),
                Literals.flag(unit.fifoMemory().block()));
    }
}
