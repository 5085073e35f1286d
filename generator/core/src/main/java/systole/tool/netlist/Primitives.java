package systole.tool.netlist;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The costs of the primitives of 7-series and UltraScale+ in a Yosys netlist.
 *
 * <p>LUT1 to LUT6 and INV count as one LUT each: Vivado packs some pairs of small functions into one LUT6 with two
 * outputs, and absorbs inverters, so its figure tends to be lower. LUT memories are counted as the CLB guides
 * (UG474 and UG574, distributed RAM) do: RAM32M and RAM64M fill the four LUTs of a slice, RAM32M16 and RAM64M8 the eight of
 * an UltraScale+ slice, a RAM64X1D two.
 */
public final class Primitives {
    private static final Set<String> FREE = Set.of(
            "MUXF7",
            "MUXF8",
            "MUXF9",
            "VCC",
            "GND",
            "BUFG",
            "IBUF",
            "IBUFDS",
            "OBUF",
            "IOBUF",
            "OBUFT",
            "MMCME2_BASE",
            "$scopeinfo",
            "$print");
    private static final Map<String, Resources> COST = new HashMap<>();

    static {
        for (String lut : Set.of("LUT1", "LUT2", "LUT3", "LUT4", "LUT5", "LUT6", "INV")) {
            COST.put(lut, new Resources(1, 0, 0, 0, 0, 0, 0, 0, 0));
        }
        for (String ff : Set.of("FDRE", "FDSE", "FDCE", "FDPE", "FDRE_1", "FDSE_1", "FDCE_1", "FDPE_1")) {
            COST.put(ff, new Resources(0, 0, 1, 0, 0, 0, 0, 0, 0));
        }
        for (String latch : Set.of("LDCE", "LDPE")) {
            COST.put(latch, new Resources(0, 0, 0, 0, 0, 0, 0, 0, 1));
        }
        memory(1, "SRL16", "SRL16E", "SRLC16", "SRLC16E", "SRLC32E", "RAM16X1S", "RAM32X1S", "RAM64X1S");
        memory(2, "RAM16X1D", "RAM32X1D", "RAM64X1D", "RAM128X1S");
        memory(4, "RAM32M", "RAM64M", "RAM128X1D", "RAM256X1S");
        memory(8, "RAM32M16", "RAM64M8", "RAM256X1D", "RAM512X1S");
        COST.put("CARRY4", new Resources(0, 0, 0, 1, 0, 0, 0, 0, 0));
        for (String generation : Set.of("1", "2")) {
            COST.put("DSP48E" + generation, new Resources(0, 0, 0, 0, 1, 0, 0, 0, 0));
            COST.put("RAMB36E" + generation, new Resources(0, 0, 0, 0, 0, 1, 0, 0, 0));
            COST.put("RAMB18E" + generation, new Resources(0, 0, 0, 0, 0, 0, 1, 0, 0));
        }
        COST.put("URAM288", new Resources(0, 0, 0, 0, 0, 0, 0, 1, 0));
    }

    private Primitives() {}

    private static void memory(int luts, String... names) {
        for (String name : names) {
            COST.put(name, new Resources(luts, luts, 0, 0, 0, 0, 0, 0, 0));
        }
    }

    /** The names of all primitives whose cost is known. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(COST.keySet());
        names.addAll(FREE);
        names.removeIf(name -> name.startsWith("$"));
        return names;
    }

    /**
     * The cost of one cell.
     *
     * @throws IllegalArgumentException if the cost is not known
     */
    public static Resources cost(String cell) {
        if (FREE.contains(cell)) {
            return Resources.NONE;
        }
        if (!COST.containsKey(cell)) {
            throw new IllegalArgumentException("the netlist has a " + cell + ", whose cost is unknown");
        }
        return COST.get(cell);
    }
}
