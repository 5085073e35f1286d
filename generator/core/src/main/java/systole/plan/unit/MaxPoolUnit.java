package systole.plan.unit;

import java.util.List;
import systole.network.Fold;
import systole.network.IntType;
import systole.network.Window.Placed;

/**
 * Max pooling with {@code pe} lanes. Each lane finds the maximum of its channel over a window, and padding is never the
 * maximum.
 *
 * @param ring pixels that the ring holds
 */
public record MaxPoolUnit(String name, Placed window, int channels, IntType type, Fold fold, int ring)
        implements WindowedEngine {
    /** The unit in the least folding with the least ring. */
    public MaxPoolUnit(String name, Placed window, int channels, IntType type) {
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
    public List<Stream> inputs() {
        return List.of(new Stream(fold.pe(), type, window.inPixels() * channels));
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(fold.pe(), type, window.outPixels() * channels));
    }

    @Override
    public List<Fold> folds() {
        return Divisors.of(channels).stream().map(p -> new Fold(p, 1)).toList();
    }

    @Override
    public MaxPoolUnit withFold(Fold other) {
        return new MaxPoolUnit(name, window, channels, type, other, ring);
    }

    @Override
    public MaxPoolUnit withRing(int pixels) {
        return new MaxPoolUnit(name, window, channels, type, fold, pixels);
    }

    @Override
    public List<MemoryUse> memories() {
        return MacMemories.streams(this);
    }

    @Override
    public Cost cost() {
        return new Cost(0, fold.pe() * 2 * type.bits(), 0).plus(streamCost());
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.maxPool(this);
    }
}
