package systole.engine.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import systole.engine.Facts;
import systole.engine.MemoryUse;
import systole.engine.requant.Requantized;
import systole.engine.window.WindowedEngine;
import systole.network.IntType;
import systole.rtl.GeneratedFile;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.resource.ResourceVector;

/** An engine whose windows go through a systolic array and whose sums go through requantizers. */
public interface ArrayEngine extends WindowedEngine {
    SystolicArray array();

    /** The requantizers, which turn sums into elements. */
    Requantized requantized();

    /** The type of an output element. */
    IntType out();

    /** The width of a sum. */
    int accBits();

    /** The number of canary bits beside a packed cascade; see {@link DspPacking}. */
    default int canary() {
        return 0;
    }

    /** The number of indices that each requantizer serves. */
    int requantizerWords();

    /** The values that the template needs. The memory files are appended to {@code memories}. */
    ArrayEngineView view(String module, List<GeneratedFile> memories);

    @Override
    default Rtl rtl(Place place) {
        List<GeneratedFile> memories = new ArrayList<>();
        ArrayEngineView view = view(place.module(), memories);
        return place.own("unit_array.v.ftl", view, memories);
    }

    @Override
    default int multipliers() {
        return array().multipliers();
    }

    @Override
    default List<MemoryUse> memories() {
        return ArrayMemories.of(this);
    }

    /** The cost of the array, the requantizers, the window generator and the output FIFO. */
    @Override
    default ResourceVector cost() {
        ResourceVector requantizers =
                requantized().cost(requantizerWords(), storage()).times(array().chains());
        return ArrayCost.of(array(), accBits(), canary()).plus(requantizers).plus(streamCost());
    }

    @Override
    default Facts facts() {
        return ringFacts().with(array().facts(accBits(), requantized()));
    }

    @Override
    default Map<String, Integer> requantizers() {
        return Map.of(requantized().kind(), array().chains());
    }
}
