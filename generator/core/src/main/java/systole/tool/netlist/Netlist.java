package systole.tool.netlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import systole.tool.netlist.MappedCell.Pin;

/** Reads flat netlists. */
public final class Netlist {
    /** The parameters that tell which registers a DSP slice or a block RAM has, and what they lie around. */
    private static final Set<String> KEPT = Set.of(
            "AREG", "BREG", "CREG", "DREG", "ADREG", "MREG", "PREG", "USE_MULT", "USE_DPORT", "DOA_REG", "DOB_REG");

    private final List<MappedCell> cells = new ArrayList<>();
    private final Map<String, String> parameters = new HashMap<>();
    private String[] words = {};
    private String name = "";

    private Netlist() {}

    /**
     * The cells of a netlist in BLIF with names and parameters of cells, {@code write_blif -cname -param}. Of the
     * parameters, those are kept that tell which registers a block has.
     */
    public static List<MappedCell> cells(Stream<String> blif) {
        Netlist netlist = new Netlist();
        blif.forEach(netlist::line);
        netlist.end();
        return netlist.cells;
    }

    private void line(String line) {
        if (line.startsWith(".subckt ") || line.startsWith(".gate ")) {
            end();
            words = line.split(" +");
        } else if (line.startsWith(".cname ")) {
            name = line.substring(".cname ".length()).strip();
        } else if (line.startsWith(".param ")) {
            String[] parts = line.split(" +", 3);
            if (KEPT.contains(parts[1])) {
                parameters.put(parts[1].intern(), parts[2].strip().intern());
            }
        }
    }

    /** The cell that the lines before told of is complete. */
    private void end() {
        if (!name.isEmpty()) {
            cells.add(new MappedCell(words[1].intern(), name, pins(), parameters));
        }
        name = "";
        parameters.clear();
    }

    private List<Pin> pins() {
        return Arrays.stream(words)
                .skip(2)
                .map(word -> {
                    int equals = word.indexOf('=');
                    return new Pin(word.substring(0, equals).intern(), word.substring(equals + 1));
                })
                .toList();
    }
}
