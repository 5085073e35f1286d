package systole.app;

import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import systole.golden.GoldenModel;
import systole.network.Network;

/** Runs frames through the golden model. */
final class GoldenRun {
    /** With this number of multiplications or more, a run takes long enough for a progress bar. */
    private static final long LONG = 2_000_000_000L;

    private GoldenRun() {}

    static Frames run(Network network, Frames inputs, Flow flow, Terminal terminal) {
        long start = System.nanoTime();
        GoldenModel model = flow.golden(network);
        boolean bar = terminal.interactive() && network.macs() * inputs.count() > LONG;
        List<int[]> outputs = bar ? runShowingBar(model, inputs) : run(model, inputs);
        double seconds = (System.nanoTime() - start) * 1e-9;
        terminal.note("golden model: %,d frames in %s", inputs.count(), Text.seconds(seconds));
        return new Frames("golden model", network.outputType().shape(), outputs);
    }

    private static List<int[]> run(GoldenModel model, Frames inputs) {
        return inputs.list().stream().map(model::run).toList();
    }

    private static List<int[]> runShowingBar(GoldenModel model, Frames inputs) {
        List<int[]> outputs = new ArrayList<>();
        try (ProgressBar bar = Terminal.bar("golden model", inputs.count())) {
            for (int[] frame : inputs.list()) {
                outputs.add(model.run(frame));
                bar.step();
            }
        }
        return outputs;
    }
}
