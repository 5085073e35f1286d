package systole.integration;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A port of a module.
 *
 * @param direction {@code in} or {@code out}
 * @param msb the index of the highest bit of a vector, whose lowest is 0; -1 for a single wire
 */
public record ModulePort(String name, String direction, int msb) {
    private static final Pattern PORT =
            Pattern.compile("(?m)^    (in|out)put +wire (?:\\[(\\d+):0\\] )?([a-z_]+),?(?: *//.*)?$");

    /** The ports in the Verilog of a module that a template of Systole made, in their order. */
    static List<ModulePort> of(String verilog) {
        return PORT.matcher(verilog)
                .results()
                .map(port -> new ModulePort(
                        port.group(3), port.group(1), port.group(2) == null ? -1 : Integer.parseInt(port.group(2))))
                .toList();
    }

    /** Whether it has an index. */
    public boolean vector() {
        return msb >= 0;
    }

    /** The number of its wires. */
    public int width() {
        return Math.max(1, msb + 1);
    }
}
