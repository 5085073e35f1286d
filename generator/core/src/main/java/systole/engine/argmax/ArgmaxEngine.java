package systole.engine.argmax;

import static systole.rtl.Place.is;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.PixelEngine;
import systole.engine.Words;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntType;
import systole.op.ArgmaxOp;
import systole.op.Op;
import systole.rtl.Literals;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/** Puts out the index of each pixel's greatest channel, and the first of them if several are equal. */
public record ArgmaxEngine(String name, IntType in, IntType out, int channels, int pixels) implements PixelEngine {
    public static final EngineKind KIND = new EngineKind("argmax", ArgmaxEngine::claim);

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(1, in, channels * pixels));
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(1, out, pixels));
    }

    @Override
    public long cycles() {
        return (long) channels * pixels;
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.luts(3 * in.bits() + 20);
    }

    private static List<ArgmaxEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof ArgmaxOp o
                ? List.of(new ArgmaxEngine(name, o.in(), o.out(), o.channels(), o.pixels()))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.join(in, channels);
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.library(
                "systole_argmax",
                is("BITS", in.bits()),
                is("SIGNED", Literals.flag(in.signed())),
                is("COUNT", channels),
                is("OUT_BITS", out.bits())));
    }

    @Override
    public Description description() {
        return Description.of("argmax", Words.pixels(input().elements(), channels));
    }
}
