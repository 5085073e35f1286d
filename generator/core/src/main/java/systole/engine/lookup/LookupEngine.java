package systole.engine.lookup;

import static systole.rtl.Place.is;

import java.util.List;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.MapEngine;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.Words;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.op.MapOp;
import systole.op.Op;
import systole.rtl.MemoryImage;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Replaces each element by its entry in a table.
 *
 * @param table 2^bits entries, indexed by the element's bits
 */
public record LookupEngine(String name, IntType in, IntType out, IntTensor table, int channels, int elements, Fold fold)
        implements MapEngine {
    public static final EngineKind KIND = new EngineKind("lookup", LookupEngine::claim);

    /** The widest elements that have a table. */
    private static final int MAX_BITS = 12;

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("table", fold.pe(), Memory.inLuts(out.bits(), table.size())));
    }

    @Override
    public LookupEngine withFold(Fold other) {
        return new LookupEngine(name, in, out, table, channels, elements, other);
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.luts(fold.pe() * out.bits() * Math.max(1, table.size() / 64));
    }

    private static List<LookupEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof MapOp o && o.function() instanceof MapOp.Table table && o.in().bits() <= MAX_BITS
                ? List.of(new LookupEngine(
                        name, o.in(), o.out(), table.entries(), o.channels(), o.elements(), new Fold(1, 1)))
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
        return new Rtl(
                List.of(MemoryImage.file(place.tableFile(), table, out.bits())),
                place.library(
                        "systole_lookup",
                        is("LANES", fold.pe()),
                        is("IN_BITS", in.bits()),
                        is("OUT_BITS", out.bits()),
                        is("FILE", "\"" + place.tableFile() + "\"")));
    }

    @Override
    public Description description() {
        return Description.of("lookup", Words.pixels(elements, channels));
    }
}
