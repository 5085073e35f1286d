package systole.engine.array;

import java.util.List;
import systole.engine.requant.RequantView;
import systole.engine.requant.Share;
import systole.engine.window.PassesView;
import systole.rtl.GeneratedFile;

/** The values that the template of an {@link ArrayEngine} needs. */
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
     * The parts in which such engines differ.
     *
     * @param title says what the engine computes
     * @param folding says how the engine is folded
     * @param pack the packing in front of the window
     * @param trim the trimming behind the output FIFO
     * @param weights the memories of the weights
     * @param share the part of the requantizers' parameters that each chain has
     */
    public record Parts(
            String title, String folding, PackView pack, TrimView trim, List<WeightView> weights, Share share) {}

    /** Makes the view and the memory files of the requantizers, which are appended to {@code files}. */
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
                unit.fifoMemory().parameter());
    }
}
