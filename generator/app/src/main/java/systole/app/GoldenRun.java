package systole.app;

import me.tongfei.progressbar.ProgressBar;
import systole.Systole;
import systole.frames.Frames;
import systole.network.Network;

/** Runs frames through the golden model, with a progress bar if that takes long. */
final class GoldenRun {
    /** With this number of multiplications or more, a run takes long enough for a progress bar. */
    private static final long LONG = 2_000_000_000L;

    private GoldenRun() {}

    static Frames run(Network network, Frames inputs, Systole systole, Terminal terminal) {
        long start = System.nanoTime();
        boolean bar = terminal.interactive() && network.macs() * inputs.count() > LONG;
        Frames outputs = bar ? runShowingBar(network, inputs, systole) : systole.golden(network, inputs);
        double seconds = (System.nanoTime() - start) * 1e-9;
        terminal.note("golden model: %,d frames in %s", inputs.count(), Text.seconds(seconds));
        return outputs;
    }

    private static Frames runShowingBar(Network network, Frames inputs, Systole systole) {
        try (ProgressBar bar = Terminal.bar("golden model", inputs.count())) {
            return systole.golden(network, inputs, bar::stepTo);
        }
    }
}
