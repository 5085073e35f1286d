package systole.engine.clamp;

import static systole.rtl.Place.is;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.LaneEngine;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntType;
import systole.op.MapOp;
import systole.op.Op;
import systole.rtl.Literals;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/** Limits each element to the range from {@code lo} to {@code hi}. */
public record ClampEngine(String name, IntType type, int lo, int hi, int channels, int elements, Fold fold)
        implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("clamp", ClampEngine::claim);

    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<BeatStream> inputs() {
        return outputs();
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(fold.pe(), type, elements));
    }

    @Override
    public ClampEngine withFold(Fold other) {
        return new ClampEngine(name, type, lo, hi, channels, elements, other);
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.luts(2 * output().width());
    }

    private static List<ClampEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof MapOp o && o.function() instanceof MapOp.Limits limits
                ? List.of(new ClampEngine(
                        name, o.out(), limits.lo(), limits.hi(), o.channels(), o.elements(), new Fold(1, 1)))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    /** The outputs follow the inputs in the same cycle. */
    @Override
    public boolean registered() {
        return false;
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.wire(in);
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.passing(
                "systole_clamp",
                is("LANES", fold.pe()),
                is("BITS", type.bits()),
                is("SIGNED", Literals.flag(type.signed())),
                is("LOW", lo),
                is("HIGH", hi)));
    }

    @Override
    public Description description() {
        return Description.of("clamp", lo + " to " + hi);
    }
}
