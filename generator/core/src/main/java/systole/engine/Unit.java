package systole.engine;

import java.util.List;
import java.util.Map;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.rtl.Place;
import systole.rtl.Rtl;

/**
 * One piece of hardware in a design, with streams in and out. The code that joins units uses these methods and never
 * asks for the class of a unit.
 */
public interface Unit {
    /** The identifier, which is unique in the design. */
    String name();

    /** The kind of hardware, in the word that {@code plan.json} and build requests use. */
    String kind();

    List<BeatStream> inputs();

    List<BeatStream> outputs();

    /** The memories that the unit has. */
    default List<MemoryUse> memories() {
        return List.of();
    }

    /**
     * True if the outputs come from registers. Several units without such registers in a row would form one long path.
     */
    default boolean registered() {
        return true;
    }

    /** True for bursty units, which do not read an input for a while and then read a burst from it. */
    default boolean bursty() {
        return false;
    }

    /** True if the unit drops a part of what it reads, so that it is better to store what comes out than what goes in. */
    default boolean drops() {
        return false;
    }

    /** True if every frame comes with a flag that tells whether the unit begins it from a fresh state. */
    default boolean flags() {
        return false;
    }

    /** The same unit with storage for as much as it was seen to hold, or for the least that it works with. */
    default Unit withStorage(int held) {
        return this;
    }

    /**
     * The timing of the unit, without data. It never holds more beats than the hardware does.
     *
     * @param in the streams that the unit reads
     * @param bounded false if its storage may grow as large as needed
     */
    Part timing(List<Feed> in, boolean bounded);

    /** The Verilog files and memory files of the unit, and its instance in the top level. */
    Rtl rtl(Place place);

    /** A description of the unit in words for people. */
    Description description();

    /** Further figures for {@code plan.json}. */
    default Facts facts() {
        return Facts.NONE;
    }

    /** The number of requantizers of each form. */
    default Map<String, Integer> requantizers() {
        return Map.of();
    }
}
