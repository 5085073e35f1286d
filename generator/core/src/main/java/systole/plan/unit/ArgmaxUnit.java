package systole.plan.unit;

import java.util.List;
import systole.network.IntType;

/** Puts out the index of each pixel's greatest channel, and the first of them if several are equal. */
public record ArgmaxUnit(String name, IntType in, IntType out, int channels, int pixels) implements PixelEngine {
    @Override
    public List<Stream> inputs() {
        return List.of(new Stream(1, in, channels * pixels));
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(1, out, pixels));
    }

    @Override
    public long cycles() {
        return (long) channels * pixels;
    }

    @Override
    public Cost cost() {
        return new Cost(0, 3 * in.bits() + 20, 0);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.argmax(this);
    }
}
