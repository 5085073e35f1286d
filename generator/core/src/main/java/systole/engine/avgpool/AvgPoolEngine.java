package systole.engine.avgpool;

import java.util.List;
import java.util.Optional;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Divisors;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.Storage;
import systole.engine.array.ArrayEngine;
import systole.engine.array.ArrayEngineView;
import systole.engine.array.ArrayFolding;
import systole.engine.array.Ones;
import systole.engine.array.PackView;
import systole.engine.array.SystolicArray;
import systole.engine.array.TrimView;
import systole.engine.requant.Requantized;
import systole.engine.requant.Share;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.engine.window.Passes;
import systole.engine.window.WindowWords;
import systole.network.IntType;
import systole.network.Window.Placed;
import systole.op.Op;
import systole.op.WindowReduceOp;
import systole.rtl.GeneratedFile;
import systole.target.chip.HardBlocks;

/**
 * Average pooling. An array without weights sums each channel over a window, and a requantizer divides the sum by the
 * number of positions in bounds.
 *
 * @param window geometry
 * @param channels channels of a pixel
 * @param x type of an input element
 * @param requantized turns sums into elements, by output position or with a single index
 * @param out type of an output element
 * @param fold {@code pe} channels at once
 * @param hardBlocks what the engine is made of
 * @param storage says in which kinds of hardware the memories are
 * @param ring pixels that the ring holds
 */
public record AvgPoolEngine(
        String name,
        Placed window,
        int channels,
        IntType x,
        Requantized requantized,
        IntType out,
        Fold fold,
        HardBlocks hardBlocks,
        Storage storage,
        int ring)
        implements ArrayEngine {
    public static final EngineKind KIND = new EngineKind("avgpool", AvgPoolEngine::claim);

    /** The engine in the least folding with the least ring. */
    public AvgPoolEngine(
            String name,
            Placed window,
            int channels,
            IntType x,
            Requantized requantized,
            IntType out,
            HardBlocks hardBlocks) {
        this(
                name,
                window,
                channels,
                x,
                requantized,
                out,
                new Fold(1, 1),
                hardBlocks,
                Storage.of(hardBlocks).get(0),
                1);
    }

    private static List<AvgPoolEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof WindowReduceOp o && o.reduction() instanceof WindowReduceOp.Sum sum
                ? List.of(new AvgPoolEngine(
                        name,
                        o.window(),
                        o.channels(),
                        o.x(),
                        Requantized.of(sum.scaling(), hardBlocks.dsp()),
                        o.out(),
                        hardBlocks))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public int padValue() {
        return 0;
    }

    /**
     * The number of drain chains, which is the number of requantizers. It is the least number that keeps up with the
     * passes.
     */
    private int chains() {
        return Divisors.of(fold.pe()).stream()
                .filter(r -> fold.pe() / r <= window.taps())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public SystolicArray array() {
        int words = channels / fold.pe() * window.taps();
        return new SystolicArray(
                false, x, Optional.empty(), new Ones(), fold, chains(), words, storage, hardBlocks.dsp());
    }

    @Override
    public int accBits() {
        return x.signedBits() + Integer.SIZE - Integer.numberOfLeadingZeros(window.taps());
    }

    @Override
    public Passes passes() {
        int beats = channels / fold.pe();
        int latency = array().latency() + requantized.latency(requantizerWords(), storage);
        return new Passes(window, beats, beats, 1, fold.pe() / chains(), latency, ring);
    }

    @Override
    public int requantizerWords() {
        return requantized.form().channels();
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(fold.pe(), x, window.inPixels() * channels));
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(chains(), out, window.outPixels() * channels));
    }

    @Override
    public ArrayFolding folding() {
        return new ArrayFolding(fold, new Ones(), storage);
    }

    @Override
    public List<AvgPoolEngine> foldings() {
        return Divisors.of(channels).stream()
                .map(pe -> with(new Fold(pe, 1), storage, ring))
                .toList();
    }

    @Override
    public List<AvgPoolEngine> variants() {
        return Storage.of(hardBlocks).stream().map(s -> with(fold, s, ring)).toList();
    }

    @Override
    public AvgPoolEngine withRing(int pixels) {
        return with(fold, storage, pixels);
    }

    private AvgPoolEngine with(Fold otherFold, Storage otherStorage, int pixels) {
        return new AvgPoolEngine(
                name, window, channels, x, requantized, out, otherFold, hardBlocks, otherStorage, pixels);
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return windowed(in.get(0), bounded);
    }

    @Override
    public ArrayEngineView view(String module, List<GeneratedFile> memories) {
        int chains = chains();
        ArrayEngineView.Parts parts = new ArrayEngineView.Parts(
                WindowWords.title("average pooling", window, channels, channels) + ", " + x + " to " + out + ".",
                array().title("output channels"),
                PackView.NONE,
                TrimView.NONE,
                List.of(),
                new Share(
                        chains,
                        requantized.form().channels(),
                        channels / chains,
                        k -> (chains - 1 - k) * (fold.pe() / chains),
                        storage,
                        (k, w) -> w));
        return ArrayEngineView.of(module, this, parts, memories);
    }

    @Override
    public Description description() {
        return Description.of(
                "average pool " + WindowWords.kernel(window), WindowWords.shapes(window, channels, channels));
    }
}
