package systole.engine.maxpool;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Divisors;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.Lanes;
import systole.engine.MemoryUse;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.engine.window.Passes;
import systole.engine.window.WindowWords;
import systole.engine.window.WindowedEngine;
import systole.network.IntType;
import systole.network.Window.Placed;
import systole.op.Op;
import systole.op.WindowReduceOp;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Max pooling with {@code pe} lanes. Each lane finds the maximum of its channel over a window, and padding is never the
 * maximum.
 *
 * @param ring pixels that the ring holds
 */
public record MaxPoolEngine(String name, Placed window, int channels, IntType type, Fold fold, int ring)
        implements WindowedEngine {
    public static final EngineKind KIND = new EngineKind("maxpool", MaxPoolEngine::claim);

    /** The engine in the least folding with the least ring. */
    public MaxPoolEngine(String name, Placed window, int channels, IntType type) {
        this(name, window, channels, type, new Fold(1, 1), 1);
    }

    @Override
    public Passes passes() {
        int beats = channels / fold.pe();
        return new Passes(window, beats, beats, 1, 1, 1, ring);
    }

    @Override
    public int padValue() {
        return type.min();
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(fold.pe(), type, window.inPixels() * channels));
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(fold.pe(), type, window.outPixels() * channels));
    }

    @Override
    public Lanes folding() {
        return new Lanes(fold.pe());
    }

    @Override
    public List<MaxPoolEngine> foldings() {
        return Divisors.of(channels).stream()
                .map(pe -> withFold(new Fold(pe, 1)))
                .toList();
    }

    public MaxPoolEngine withFold(Fold other) {
        return new MaxPoolEngine(name, window, channels, type, other, ring);
    }

    @Override
    public MaxPoolEngine withRing(int pixels) {
        return new MaxPoolEngine(name, window, channels, type, fold, pixels);
    }

    @Override
    public List<MemoryUse> memories() {
        return streamMemories();
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.luts(fold.pe() * 2 * type.bits()).plus(streamCost());
    }

    private static List<MaxPoolEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof WindowReduceOp o && o.reduction() instanceof WindowReduceOp.Greatest
                ? List.of(new MaxPoolEngine(name, o.window(), o.channels(), o.out()))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return windowed(in.get(0), bounded);
    }

    @Override
    public Rtl rtl(Place place) {
        return place.own("unit_maxpool.v.ftl", MaxPoolView.of(place.module(), this), List.of());
    }

    @Override
    public Description description() {
        return Description.of("max pool " + WindowWords.kernel(window), WindowWords.shapes(window, channels, channels));
    }
}
