package systole.engine.extremum;

import static systole.rtl.Place.is;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.LaneEngine;
import systole.engine.Words;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntType;
import systole.op.Op;
import systole.op.PairOp;
import systole.rtl.Literals;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * The greater, or the lesser, of two elements.
 *
 * @param greatest true for the greater
 * @param channels of a pixel
 * @param elements of a frame
 */
public record ExtremumEngine(String name, IntType type, boolean greatest, int channels, int elements, Fold fold)
        implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("extremum", ExtremumEngine::claim);

    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(output(), output());
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(fold.pe(), type, elements));
    }

    @Override
    public ExtremumEngine withFold(Fold other) {
        return new ExtremumEngine(name, type, greatest, channels, elements, other);
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.luts(2 * output().width());
    }

    private static List<ExtremumEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof PairOp o && o.combination() instanceof PairOp.Extremum extremum
                ? List.of(new ExtremumEngine(
                        name, o.out(), extremum.greatest(), o.channels(), o.elements(), new Fold(1, 1)))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.join(in, 1);
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.clocked(
                "systole_extremum",
                List.of(
                        is("LANES", fold.pe()),
                        is("BITS", type.bits()),
                        is("SIGNED", Literals.flag(type.signed())),
                        is("GREATEST", Literals.flag(greatest))),
                place.twoInAndOut()));
    }

    @Override
    public Description description() {
        return Description.of(greatest ? "maximum" : "minimum", Words.pixels(elements, channels));
    }
}
