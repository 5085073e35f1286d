package systole.plan.unit;

import java.util.List;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;

/**
 * Softmax over the channels of each pixel, in the integer arithmetic of TensorFlow Lite's reference kernel.
 *
 * @param out type and zero point of the probabilities, whose scale is 1/256
 * @param exponentials exp(-d) in Q0.31 for the differences d = 0..255 from the pixel's maximum; 0 where d is too large
 */
public record SoftmaxUnit(String name, IntType in, Quantized out, IntTensor exponentials, int channels, int pixels)
        implements PixelEngine {
    /** The most probabilities that are on their way out. */
    public static final int FIFO = 16;

    /** Cycles from the last element of a pixel to its first probability. */
    public int latency() {
        return channels + countBits() + 53;
    }

    /** Cycles from a pixel to the next. */
    public int interval() {
        return 2 * channels + countBits() + 41;
    }

    private int countBits() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(channels);
    }

    @Override
    public List<Stream> inputs() {
        return List.of(new Stream(1, in, channels * pixels));
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(1, out.type(), channels * pixels));
    }

    @Override
    public long cycles() {
        return (long) pixels * interval();
    }

    @Override
    public Cost cost() {
        return new Cost(4, 480, 0);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.softmax(this);
    }
}
