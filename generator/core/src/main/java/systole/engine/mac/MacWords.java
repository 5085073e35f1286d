package systole.engine.mac;

import java.util.List;
import systole.engine.Description;
import systole.engine.array.ArrayEngineView;
import systole.engine.array.PackView;
import systole.engine.array.TrimView;
import systole.engine.array.WeightView;
import systole.engine.requant.Share;
import systole.engine.window.WindowWords;
import systole.network.Window.Placed;
import systole.rtl.GeneratedFile;

/** Describes a {@link MacEngine} for its template and for people. */
final class MacWords {
    private MacWords() {}

    /** Makes the view and the memory files, which are appended to {@code files}. */
    static ArrayEngineView view(String module, MacEngine unit, List<GeneratedFile> files) {
        MacShape shape = unit.shape();
        List<WeightView> weights = WeightView.of(module, unit.array(), unit.weightOrder(), files);
        ArrayEngineView.Parts parts = new ArrayEngineView.Parts(
                title(unit),
                unit.array().title("output channels") + padding(unit),
                new PackView(shape.packRatio() > 1, unit.input().width(), shape.packRatio(), shape.pixelBeats()),
                new TrimView(unit.droppedBeats() > 0, unit.keptBeats(), unit.droppedBeats()),
                weights,
                share(unit));
        return ArrayEngineView.of(module, unit, parts, files);
    }

    /** Channels that pad the last pass take the parameters of any channel, because their results are dropped. */
    private static Share share(MacEngine unit) {
        int chains = unit.chains();
        int q = unit.columns() / chains;
        int last = unit.shape().outChannels() - 1;
        return new Share(
                chains,
                unit.shape().computedChannels() / chains,
                1,
                k -> (chains - 1 - k) * q,
                unit.storage(),
                (k, w) -> Math.min(w * chains + k, last));
    }

    private static String title(MacEngine unit) {
        MacShape shape = unit.shape();
        String kind = shape.shared() ? "convolution" : "depthwise convolution";
        return WindowWords.title(kind, shape.window(), shape.channels(), shape.outChannels())
                + (shape.shared() && shape.groups() > 1 ? ", " + shape.groups() + " groups" : "")
                + ", " + unit.x() + " to " + unit.out() + ", weights "
                + unit.weights().type() + ".";
    }

    /** Describes the channels that a folding adds; empty if it adds none. */
    private static String padding(MacEngine unit) {
        return unit.isPadded()
                ? " Computes " + unit.shape().computedChannels() + " channels of "
                        + unit.shape().windowChannels()
                        + ": what pads them meets weights of 0 or is dropped."
                : "";
    }

    static Description description(MacEngine unit) {
        MacShape shape = unit.shape();
        Placed window = shape.window();
        boolean pixel = window.inH() == 1 && window.inW() == 1;
        String kind = (shape.shared() ? "conv " : "depthwise ") + WindowWords.kernel(window);
        return Description.of(
                        shape.shared() && pixel ? "dense" : kind,
                        WindowWords.shapes(window, shape.channels(), shape.outChannels()) + ", weights "
                                + unit.weights().type())
                .multiplying(unit.multiplier().label());
    }
}
