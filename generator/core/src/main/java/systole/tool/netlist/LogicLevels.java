package systole.tool.netlist;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import systole.tool.netlist.MappedCell.Arc;
import systole.tool.netlist.MappedCell.Pin;
import systole.tool.netlist.MappedCell.Step;

/**
 * The longest paths between registers in a netlist, in LUTs one after the other. A carry chain takes little more time
 * than the LUT before it, so the first chain on a path is free. Each further chain counts as a level. Wide multiplexers
 * behind LUTs do not count, and reading a LUT memory counts as a level. Routing is not known.
 */
public final class LogicLevels {
    /** The most chains on a path that are distinguished. */
    private static final int CHAINS = 6;

    private static final int[] START = start();

    private final List<MappedCell> cells;
    private final Map<String, Output> drivers = new HashMap<>();
    /**
     * For each net and each number of chains, the most LUTs on a path with this number of chains; -1 if there is no
     * such path.
     */
    private final Map<String, int[]> depths = new HashMap<>();

    private record Output(MappedCell cell, Pin pin) {}

    private LogicLevels(List<MappedCell> cells) {
        this.cells = cells;
        for (MappedCell cell : cells) {
            cell.pins().stream().filter(cell::drives).forEach(pin -> drivers.put(pin.net(), new Output(cell, pin)));
        }
    }

    private static int[] start() {
        int[] start = new int[CHAINS];
        Arrays.fill(start, -1);
        start[0] = 0;
        return start;
    }

    /** The levels of the longest path that ends in each unit. */
    public static Map<String, Integer> of(List<MappedCell> cells) {
        return new LogicLevels(cells).levels();
    }

    private Map<String, Integer> levels() {
        Map<String, Integer> levels = new TreeMap<>();
        for (MappedCell cell : cells) {
            if (cell.clocked()) {
                cell.pins().stream()
                        .filter(pin -> drivers.containsKey(pin.net()) && !cell.drives(pin))
                        .forEach(pin -> levels.merge(cell.unit(), levels(depth(pin.net())), Math::max));
            }
        }
        return levels;
    }

    private static int levels(int[] depth) {
        int most = 0;
        for (int chains = 0; chains < CHAINS; chains++) {
            if (depth[chains] >= 0) {
                most = Math.max(most, depth[chains] + Math.max(0, chains - 1));
            }
        }
        return most;
    }

    /**
     * Finds the depths of a net. It avoids recursion, because chains are long. A loop without a register ends where it
     * began.
     */
    private int[] depth(String net) {
        Deque<String> open = new ArrayDeque<>(List.of(net));
        while (!open.isEmpty()) {
            String at = open.peek();
            if (depths.containsKey(at) && depths.get(at).length == CHAINS) {
                open.pop();
                continue;
            }
            Output driver = drivers.get(at);
            if (driver == null) {
                depths.put(open.pop(), START);
                continue;
            }
            List<Arc> arcs = driver.cell().arcs(driver.pin()).stream()
                    .filter(a -> !a.from().constant())
                    .toList();
            boolean entered = depths.containsKey(at);
            if (!entered) {
                depths.put(at, new int[0]);
                arcs.stream()
                        .map(a -> a.from().net())
                        .filter(from -> !depths.containsKey(from))
                        .forEach(open::push);
            } else {
                depths.put(open.pop(), through(arcs));
            }
        }
        return depths.get(net);
    }

    private boolean carry(Pin pin) {
        Output driver = drivers.get(pin.net());
        return driver != null && driver.cell().carry();
    }

    private int[] through(List<Arc> arcs) {
        int[] depth = new int[CHAINS];
        Arrays.fill(depth, -1);
        for (Arc arc : arcs) {
            int[] before = depths.get(arc.from().net());
            boolean enters = arc.step() == Step.CHAIN || (arc.step() == Step.CARRY && !carry(arc.from()));
            for (int chains = 0; chains < before.length; chains++) {
                if (before[chains] >= 0) {
                    int now = Math.min(CHAINS - 1, chains + (enters ? 1 : 0));
                    depth[now] = Math.max(depth[now], before[chains] + (arc.step() == Step.LUT ? 1 : 0));
                }
            }
        }
        return depth;
    }
}
