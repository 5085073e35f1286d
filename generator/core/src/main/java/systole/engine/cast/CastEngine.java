package systole.engine.cast;

import static systole.rtl.Place.is;

import java.util.List;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.MapEngine;
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

/** Gives each element the bits of another type, which has the element's value as well. */
public record CastEngine(String name, IntType in, IntType out, int channels, int elements, Fold fold)
        implements MapEngine {
    public static final EngineKind KIND = new EngineKind("cast", CastEngine::claim);

    private static List<CastEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof MapOp o && o.function() instanceof MapOp.Same
                ? List.of(new CastEngine(name, o.in(), o.out(), o.channels(), o.elements(), new Fold(1, 1)))
                : List.of();
    }

    @Override
    public CastEngine withFold(Fold other) {
        return new CastEngine(name, in, out, channels, elements, other);
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.NONE;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    /** The outputs are wires from the inputs. */
    @Override
    public boolean registered() {
        return false;
    }

    @Override
    public Part timing(List<Feed> feeds, boolean bounded) {
        return Part.wire(feeds);
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.passing(
                "systole_cast",
                is("LANES", fold.pe()),
                is("IN_BITS", in.bits()),
                is("OUT_BITS", out.bits()),
                is("SIGNED", Literals.flag(in.signed()))));
    }

    @Override
    public Description description() {
        return Description.of("cast", in + " to " + out);
    }
}
