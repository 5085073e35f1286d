package systole.engine;

import java.util.List;
import java.util.Map;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.rtl.Place;
import systole.rtl.Rtl;

/**
 * One piece of hardware in a design, with streams in and out. Whoever joins units asks them by these methods and never
 * for their class.
 */
public interface Unit {
    /** Identifier, unique in the design. */
    String name();

    /** The kind of hardware, in the word that {@code plan.json} and a build request use. */
    String kind();

    List<BeatStream> inputs();

    List<BeatStream> outputs();

    /** What it stores. */
    default List<MemoryUse> memories() {
        return List.of();
    }

    /** True if its outputs come from registers; a row of units of which none does would be one long path. */
    default boolean registered() {
        return true;
    }

    /** True if it leaves an input alone for a while and then reads a burst of it. */
    default boolean bursty() {
        return false;
    }

    /** True if every frame comes with a flag that tells whether the unit's state begins afresh. */
    default boolean flags() {
        return false;
    }

    /** The same unit with storage for as much as it was seen to hold, or for the least that it works with. */
    default Unit withStorage(int held) {
        return this;
    }

    /**
     * Its timing without data: it holds no more than the hardware does.
     *
     * @param in what it reads
     * @param bounded false if its storage is to be as large as it needs to be
     */
    Part timing(List<Feed> in, boolean bounded);

    /** Its Verilog and memory files, and how it stands in its place. */
    Rtl rtl(Place place);

    /** What it is, in words for people. */
    Description description();

    /** Further figures for {@code plan.json}. */
    default Facts facts() {
        return Facts.NONE;
    }

    /** How many requantizers it has of each form. */
    default Map<String, Integer> requantizers() {
        return Map.of();
    }
}
