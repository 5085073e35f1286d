package systole.tool.netlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import systole.tool.netlist.MappedCell.Pin;
import systole.tool.netlist.TimingPath.Step;

/**
 * What of a netlist its longest paths need: their cells, with the pins on the way, and so many loads at each net as it has in
 * the whole netlist. Its paths take as long as those of the whole. {@link #main} makes the netlists in {@code
 * src/test/resources/timing}.
 */
final class ReducedNetlist {
    private static final int LOADS = 6;

    private final Map<String, MappedCell> cells;
    private final Map<MappedCell, Set<Pin>> kept = new LinkedHashMap<>();
    private final Map<String, Integer> fanOuts = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private ReducedNetlist(List<MappedCell> cells) {
        this.cells = cells.stream().collect(Collectors.toMap(MappedCell::name, Function.identity(), (a, b) -> a));
    }

    /** The netlist of some paths of a netlist, as BLIF. */
    static String of(List<MappedCell> cells, List<TimingPath> paths) {
        ReducedNetlist reduced = new ReducedNetlist(cells);
        paths.forEach(path -> reduced.keep(path.steps()));
        return reduced.blif();
    }

    private void keep(List<Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            Step step = steps.get(i);
            Pin in = pins(step).stream()
                    .filter(p -> p.name().equals(step.pin()))
                    .findFirst()
                    .orElseThrow();
            keep(cells.get(step.cell()), in);
            fanOuts.put(in.net(), step.fanOut());
            Step before = steps.get(i - 1);
            if (!before.type().isEmpty()) {
                MappedCell driver = cells.get(before.cell());
                pins(before).stream()
                        .filter(p -> p.net().equals(in.net()) && driver.output(p))
                        .forEach(p -> keep(driver, p));
            }
        }
    }

    private List<Pin> pins(Step step) {
        return cells.get(step.cell()).pins();
    }

    private void keep(MappedCell cell, Pin pin) {
        kept.computeIfAbsent(cell, c -> new LinkedHashSet<>()).add(pin);
    }

    private String blif() {
        StringBuilder out = new StringBuilder();
        kept.forEach((cell, pins) -> {
            out.append(".subckt ").append(cell.type());
            pins.forEach(p -> out.append(' ').append(p.name()).append('=').append(name(p.net())));
            out.append("\n.cname ").append(cell.name()).append('\n');
            cell.parameters().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(p -> out.append(".param " + p.getKey() + " " + p.getValue() + "\n"));
        });
        fanOuts.forEach((net, all) -> {
            long there = kept.entrySet().stream()
                    .flatMap(c -> c.getValue().stream()
                            .filter(p -> p.net().equals(net) && !c.getKey().output(p)))
                    .count();
            for (int at = (int) there; at < all; at += LOADS) {
                out.append(".subckt LUT6");
                for (int pin = 0; pin < Math.min(LOADS, all - at); pin++) {
                    out.append(" I" + pin + "=" + name(net));
                }
                out.append("\n.cname load\n");
            }
        });
        return out.toString();
    }

    private String name(String net) {
        return names.computeIfAbsent(net, n -> "n" + names.size());
    }

    /**
     * Reduces a netlist to its longest path, or to that of the places whose names begin so.
     *
     * @param arguments the netlist, how the path to its core begins (none if it is one), how the names of places begin, and
     *     the file to write
     */
    public static void main(String[] arguments) throws IOException {
        List<MappedCell> all;
        try (var lines = Files.lines(Path.of(arguments[0]))) {
            all = Netlist.cells(lines).stream()
                    .map(c -> arguments[1].isEmpty() ? c : c.below(arguments[1]))
                    .toList();
        }
        List<TimingPath> paths = PathTimes.of(all, 1).sorted().stream()
                .filter(p -> p.unit().startsWith(arguments[2]))
                .limit(1)
                .toList();
        paths.forEach(p -> System.out.println(p.ns() + " " + p.unit() + " " + p.levels() + " " + p.cells()));
        Files.writeString(Path.of(arguments[3]), of(all, paths));
    }
}
