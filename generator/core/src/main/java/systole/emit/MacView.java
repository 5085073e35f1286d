package systole.emit;

import java.util.List;
import systole.plan.unit.MacUnit;
import systole.plan.unit.Passes;

/** The values that the template of a {@link MacUnit} needs. */
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
        PackView pack,
        TrimView trim,
        ArrayView array,
        RequantView requant,
        int outBits,
        int fifoDepth,
        int fifoBlock) {
    /** Makes the view and the memory files, which are appended to {@code files}. */
    static MacView of(String module, String title, MacUnit unit, List<GeneratedFile> files) {
        Passes passes = unit.passes();
        return new MacView(
                module,
                title,
                Titles.folding(unit),
                unit.cycles(),
                unit.windowInput().width(),
                unit.output().width(),
                unit.input().width() - 1,
                unit.output().width() - 1,
                PassesView.of(unit),
                PackView.of(unit),
                TrimView.of(unit),
                ArrayView.of(
                        unit.array(),
                        unit.shape().windowLanes(),
                        unit.accBits(),
                        unit.canary(),
                        unit.weights()
                                .map(w -> WeightView.of(module, unit.array(), unit.weightOrder(), files))
                                .orElse(List.of())),
                RequantView.of(
                        module, unit.requantized(), unit.accBits(), unit.out().bits(), share(unit), files),
                unit.out().bits(),
                passes.fifo(),
                Literals.flag(unit.fifoMemory().block()));
    }

    private static Share share(MacUnit unit) {
        int chains = unit.chains();
        int q = unit.columns() / chains;
        int perPixel = unit.shape().computedChannels() / chains;
        if (unit.requantized().byPixel()) {
            return new Share(
                    chains,
                    unit.requantized().form().channels(),
                    perPixel,
                    k -> (chains - 1 - k) * q,
                    unit.ramb18Worth(),
                    (k, w) -> w);
        }
        // Channels that pad the last pass take the parameters of any channel, because their results are dropped.
        int last = unit.shape().outChannels() - 1;
        return new Share(
                chains,
                perPixel,
                1,
                k -> (chains - 1 - k) * q,
                unit.ramb18Worth(),
                (k, w) -> Math.min(w * chains + k, last));
    }
}
