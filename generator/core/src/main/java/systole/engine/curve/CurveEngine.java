package systole.engine.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.MapEngine;
import systole.engine.MemoryUse;
import systole.engine.Storage;
import systole.engine.Words;
import systole.engine.function.CurveCost;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.form.curve.Curve;
import systole.form.curve.CurvePlanner;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.op.MapOp;
import systole.op.Op;
import systole.rtl.GeneratedFile;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Computes a function of elements that are too wide for a table in LUTs: as a line or as segments with corrections.
 *
 * @param curve the form of the function, whose argument has the element's bits, extended to 16 by its sign or by zeros
 */
public record CurveEngine(String name, IntType in, IntType out, Curve curve, int channels, int elements, Fold fold)
        implements MapEngine {
    public static final EngineKind KIND = new EngineKind("curve", CurveEngine::claim);

    private static final int LEAST_BITS = 13;

    /** Credits and the valid bits. */
    private static final ResourceVector CONTROL = ResourceVector.luts(40);

    private static List<CurveEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof MapOp o && o.function() instanceof MapOp.Table table && o.in().bits() >= LEAST_BITS
                ? List.of(new CurveEngine(
                        name,
                        o.in(),
                        o.out(),
                        curve(o.in(), table.entries()),
                        o.channels(),
                        o.elements(),
                        new Fold(1, 1)))
                : List.of();
    }

    /** The function of 16 bits; arguments that are no elements have the result of the nearest element. */
    private static Curve curve(IntType in, IntTensor entries) {
        int mask = (1 << in.bits()) - 1;
        return CurvePlanner.choose(x -> (short) entries.get((in.bits() == Short.SIZE ? x : in.clamp(x)) & mask));
    }

    /** Cycles from the entry of a beat until its result enters the output FIFO. */
    public int latency() {
        return curve.latency();
    }

    /** The most beats that are under way or in the output FIFO. */
    public int fifo() {
        return latency() + 7;
    }

    @Override
    public CurveEngine withFold(Fold other) {
        return new CurveEngine(name, in, out, curve, channels, elements, other);
    }

    @Override
    public List<MemoryUse> memories() {
        MemoryUse queue = new MemoryUse("output FIFO", 1, Storage.USUAL.ram(output().width(), fifo()));
        return Stream.concat(CurveCost.memories(curve, fold.pe()).stream(), Stream.of(queue))
                .toList();
    }

    @Override
    public ResourceVector cost() {
        return CurveCost.of(curve)
                .times(fold.pe())
                .plus(CONTROL)
                .plus(Storage.USUAL.ram(output().width(), fifo()).ramCost());
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.pipeline(in, latency() + Part.FIFO_LATENCY, fifo());
    }

    @Override
    public Rtl rtl(Place place) {
        List<GeneratedFile> memories = new ArrayList<>();
        CurveUnitView view = CurveUnitView.of(place.module(), this, memories);
        return place.own("unit_curve.v.ftl", view, memories);
    }

    @Override
    public Description description() {
        return Description.of("curve", Words.pixels(elements, channels));
    }
}
