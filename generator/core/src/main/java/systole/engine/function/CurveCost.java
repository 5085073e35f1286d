package systole.engine.function;

import java.util.ArrayList;
import java.util.List;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.Storage;
import systole.form.curve.Curve;
import systole.form.curve.Segments;
import systole.target.resource.ResourceVector;

/** The resources that a function of 16 bits is expected to need. */
public final class CurveCost {
    private static final ResourceVector LINE = ResourceVector.luts(40);

    /** The product of a place and a slope, and the sums. */
    private static final ResourceVector SEGMENT = ResourceVector.dsps(1).plus(ResourceVector.luts(90));

    private CurveCost() {}

    /** All resources of one copy. */
    public static ResourceVector of(Curve curve) {
        return curve instanceof Segments s
                ? memories(s, 1).stream().map(m -> m.memory().romCost()).reduce(SEGMENT, ResourceVector::plus)
                : LINE;
    }

    /** The memories of several copies. */
    public static List<MemoryUse> memories(Curve curve, int copies) {
        return curve instanceof Segments s ? memories(s, copies) : List.of();
    }

    private static List<MemoryUse> memories(Segments s, int copies) {
        Memory segments =
                Storage.USUAL.rom(s.baseBits() + s.slopeBits(), s.base().size());
        List<MemoryUse> memories = new ArrayList<>(List.of(new MemoryUse("segments", copies, segments)));
        if (s.restBits() > 0) {
            memories.add(new MemoryUse("corrections", copies, Storage.USUAL.rom(s.restColumns(), s.restWords())));
        }
        return memories;
    }
}
