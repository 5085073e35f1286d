package systole.engine.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import systole.engine.Cost;
import systole.engine.Facts;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.requant.Requantized;
import systole.engine.window.WindowedEngine;
import systole.network.IntType;
import systole.rtl.GeneratedFile;
import systole.rtl.Place;
import systole.rtl.Rtl;

/** An engine whose windows go through a systolic array and whose sums go through requantizers. */
public interface ArrayEngine extends WindowedEngine {
    /**
     * The LUTs that a RAMB18 is worth. The usual worth comes first. A quarter of it suits a board with plenty of block
     * RAM, and more suits a board where block RAM is scarce.
     */
    List<Integer> WORTHS = List.of(Memory.WORTH, Memory.WORTH / 4, 4 * Memory.WORTH);

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
        return place.own("unit_mac.v.ftl", view, memories);
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
    default Cost cost() {
        Cost requantizers =
                requantized().cost(requantizerWords(), ramb18Worth()).times(array().chains());
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
