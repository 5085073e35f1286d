package systole.tool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import systole.tool.MappedCell.Pin;

/** Reads flat netlists. */
final class Netlist {
    private Netlist() {}

    /** The cells of a netlist in BLIF with names of cells, {@code write_blif -cname}. */
    static List<MappedCell> cells(Stream<String> blif) {
        List<MappedCell> cells = new ArrayList<>();
        Deque<String[]> pending = new ArrayDeque<>();
        blif.forEach(line -> {
            if (line.startsWith(".subckt ") || line.startsWith(".gate ")) {
                pending.push(line.split(" +"));
            } else if (line.startsWith(".cname ") && !pending.isEmpty()) {
                cells.add(cell(pending.pop(), line.substring(".cname ".length()).strip()));
            }
        });
        return cells;
    }

    private static MappedCell cell(String[] words, String name) {
        List<Pin> pins = Arrays.stream(words)
                .skip(2)
                .map(word -> {
                    int equals = word.indexOf('=');
                    return new Pin(word.substring(0, equals).intern(), word.substring(equals + 1));
                })
                .toList();
        return new MappedCell(words[1].intern(), name, pins);
    }
}
