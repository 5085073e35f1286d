package systole.tool.netlist;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long the paths of a design are estimated to take. Signals from outside come from a register there.
 *
 * @param places the longest path that ends in each place of the design, by its name
 * @param cellsAlone the longest path if nets took no time, which no placement undercuts; empty if there is no path
 */
public record PathTimes(Map<String, TimingPath> places, Optional<TimingPath> cellsAlone) {
    private static final Comparator<TimingPath> BY_TIME = Comparator.comparingDouble(TimingPath::ns);

    public PathTimes {
        places = Collections.unmodifiableMap(new TreeMap<>(places));
    }

    /**
     * Estimates the paths of a flat netlist.
     *
     * @param slowness the delays of the chip, compared with those of an Artix-7 of speed grade -1
     */
    public static PathTimes of(List<MappedCell> cells, double slowness) {
        Map<String, TimingPath> places = new TreeMap<>(Timing.worst(cells, NetModel.MEDIAN));
        places.replaceAll((place, path) -> path.times(slowness));
        return new PathTimes(places, longest(Timing.worst(cells, NetModel.NONE)).map(path -> path.times(slowness)));
    }

    /** The longest path of the whole design; empty if there is no path. */
    public Optional<TimingPath> worst() {
        return longest(places);
    }

    /** The longest path of each place, the longest of all first. */
    public List<TimingPath> sorted() {
        return places.values().stream().sorted(BY_TIME.reversed()).toList();
    }

    private static Optional<TimingPath> longest(Map<String, TimingPath> paths) {
        return paths.values().stream().max(BY_TIME);
    }
}
