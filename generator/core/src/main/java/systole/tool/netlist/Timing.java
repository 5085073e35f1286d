package systole.tool.netlist;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import systole.tool.netlist.MappedCell.Pin;
import systole.tool.netlist.TimingPath.Step;
import systole.tool.netlist.Wiring.End;

/**
 * Static timing analysis of a flat netlist: the longest path that ends in each unit. It knows the delays of cells and a
 * model of nets, not where cells lie. Signals from outside come as if from a register there; outputs end in none.
 */
final class Timing {
    private static final double OUTSIDE_NS = 0.456;
    private static final Arrival OUTSIDE = new Arrival(OUTSIDE_NS, new Step("", "", "", 0, 0, OUTSIDE_NS), "");

    private final List<MappedCell> cells;
    private final NetModel model;
    private final Wiring wiring;
    private final Map<String, Arrival> arrivals = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    /** When a net changes last, and the step that makes it; the first step of a path comes from no net. */
    private record Arrival(double ns, Step step, String from) {}

    private Timing(List<MappedCell> cells, NetModel model) {
        this.cells = cells;
        this.model = model;
        this.wiring = new Wiring(cells);
    }

    /** The longest path that ends in each unit, by the unit's name. */
    static Map<String, TimingPath> worst(List<MappedCell> cells, NetModel model) {
        return new Timing(cells, model).worst();
    }

    private Map<String, TimingPath> worst() {
        Map<String, Arrival> ends = new TreeMap<>();
        for (MappedCell cell : cells) {
            for (Pin pin : cell.pins()) {
                if (cell.output(pin) || pin.constant()) {
                    continue;
                }
                double setup = CellDelays.setup(cell, pin);
                if (setup >= 0) {
                    Arrival end = through(cell, pin, setup);
                    ends.merge(cell.place(), end, (a, b) -> a.ns() >= b.ns() ? a : b);
                }
            }
        }
        Map<String, TimingPath> paths = new TreeMap<>();
        ends.forEach((unit, end) -> paths.put(unit, path(unit, end)));
        return paths;
    }

    private TimingPath path(String unit, Arrival end) {
        List<Step> steps = new ArrayList<>();
        Arrival at = end;
        while (true) {
            steps.add(at.step());
            if (at.from().isEmpty()) {
                break;
            }
            at = arrivals.get(at.from());
        }
        Collections.reverse(steps);
        return new TimingPath(unit, steps);
    }

    /** The arrival behind a cell that a net goes into by a pin. */
    private Arrival through(MappedCell cell, Pin in, double delay) {
        double net = net(cell, in);
        Arrival before = arrival(in.net());
        Step step = new Step(
                cell.name(), cell.type(), in.name(), wiring.sinks(in.net()).size(), net, delay);
        return new Arrival(before.ns() + net + delay, step, in.net());
    }

    /** The time in a net. What lies in one slice, or has wires of its own from block to block, takes none. */
    private double net(MappedCell cell, Pin in) {
        int fanOut = wiring.sinks(in.net()).size();
        End driver = wiring.driver(in.net()).orElse(null);
        if (driver != null) {
            boolean chain = driver.cell().carry();
            boolean inSlice =
                    switch (cell.type()) {
                        case "CARRY4" ->
                            in.port().equals("CI")
                                    || (in.port().equals("S") && driver.cell().lut());
                        case "MUXF7", "MUXF8", "MUXF9" -> !in.port().equals("S");
                        case "FDRE", "FDSE", "FDCE", "FDPE" ->
                            in.port().equals("D")
                                    && fanOut == 1
                                    && (chain
                                            || driver.cell().lut()
                                            || driver.cell().wide());
                        case "DSP48E1" -> in.port().equals("PCIN");
                        default -> false;
                    };
            if (inSlice) {
                return 0;
            }
        }
        return model.delay(fanOut);
    }

    /** Finds when a net changes last, without recursion. A loop without a register ends where it began. */
    private Arrival arrival(String wanted) {
        Deque<String> open = new ArrayDeque<>(List.of(wanted));
        while (!open.isEmpty()) {
            String net = open.peek();
            End driver = wiring.driver(net).orElse(null);
            if (arrivals.containsKey(net)) {
                open.pop();
            } else if (driver == null) {
                arrivals.put(open.pop(), OUTSIDE);
            } else if (underWay.add(net)) {
                for (Pin in : driver.cell().pins()) {
                    if (passes(driver, in) && !underWay.contains(in.net())) {
                        open.push(in.net());
                    }
                }
            } else {
                arrivals.put(open.pop(), latest(driver));
            }
        }
        return arrivals.get(wanted);
    }

    private static boolean passes(End driver, Pin in) {
        MappedCell cell = driver.cell();
        return !cell.output(in) && !in.constant() && CellDelays.arc(cell, in, driver.pin()) >= 0;
    }

    private Arrival latest(End driver) {
        MappedCell cell = driver.cell();
        double launch = CellDelays.launch(cell, driver.pin());
        Arrival latest = launch < 0
                ? OUTSIDE
                : new Arrival(
                        launch, new Step(cell.name(), cell.type(), driver.pin().name(), 0, 0, launch), "");
        for (Pin in : cell.pins()) {
            if (passes(driver, in) && arrivals.containsKey(in.net())) {
                Arrival arrival = through(cell, in, CellDelays.arc(cell, in, driver.pin()));
                latest = arrival.ns() > latest.ns() ? arrival : latest;
            }
        }
        return latest;
    }
}
