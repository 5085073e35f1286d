package systole.engine.softmax;

import static systole.rtl.Place.is;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.PixelEngine;
import systole.engine.Words;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.op.Op;
import systole.op.SoftmaxOp;
import systole.rtl.Literals;
import systole.rtl.MemoryImage;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Softmax over the channels of each pixel, in the integer arithmetic of TensorFlow Lite's reference kernel.
 *
 * @param out type and zero point of the probabilities, whose scale is 1/256
 * @param exponentials exp(-d) in Q0.31 for the differences d = 0..255 from the pixel's maximum; 0 where d is too large
 */
public record SoftmaxEngine(String name, IntType in, Quantized out, IntTensor exponentials, int channels, int pixels)
        implements PixelEngine {
    public static final EngineKind KIND = new EngineKind("softmax", SoftmaxEngine::claim);

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
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(1, in, channels * pixels));
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(1, out.type(), channels * pixels));
    }

    @Override
    public long cycles() {
        return (long) pixels * interval();
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.dsps(4).plus(ResourceVector.luts(480));
    }

    private static List<SoftmaxEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof SoftmaxOp o
                ? List.of(new SoftmaxEngine(name, o.in(), o.out(), o.exponentials(), o.channels(), o.pixels()))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        // A batch is begun in the cycle after its last element.
        int wait = interval() - channels;
        return Part.batches(in.get(0), channels, wait, latency() - 1 - wait, FIFO);
    }

    @Override
    public Rtl rtl(Place place) {
        return new Rtl(
                List.of(MemoryImage.file(place.tableFile(), exponentials, 31)),
                place.library(
                        "systole_softmax",
                        is("IN_BITS", in.bits()),
                        is("IN_SIGNED", Literals.flag(in.signed())),
                        is("COUNT", channels),
                        is("ZERO", Literals.signed18(out.zero())),
                        is("FILE", "\"" + place.tableFile() + "\"")));
    }

    @Override
    public Description description() {
        return Description.of("softmax", Words.pixels(input().elements(), channels));
    }
}
