package systole.tool.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A cell of a flat netlist of 7-series or UltraScale+ primitives.
 *
 * @param name with the instances above it
 * @param pins of a bit each, those of a vector numbered
 * @param parameters those that tell where a DSP slice or a block RAM has registers; see {@link Netlist}
 */
public record MappedCell(String type, String name, List<Pin> pins, Map<String, String> parameters) {
    /** Where the cells around a core are. */
    public static final String SHELL = "shell";

    private static final Pattern NUMBERED_ADDRESS = Pattern.compile("(A|DPRA)\\d");
    private static final Set<String> CONSTANTS = Set.of("$false", "$true", "$undef");
    private static final Set<String> MUXES = Set.of("MUXF7", "MUXF8", "MUXF9");
    private static final Pattern MEMORY_OUTPUTS = Pattern.compile("DO[A-H]|[SD]PO|Q|Q31");

    private static final Pattern OUTPUTS =
            Pattern.compile("O|Q|Q31|LO|CO|CARRYCASCOUT|P|[ABP]COUT|DO.*|[SD]PO|CAS_?(DO|OUT_).*");

    private static final Pattern CLOCKS = Pattern.compile("C|W?CLK|CLK[AB].*");
    private static final Pattern RESETS = Pattern.compile("[RS]|RST.*");

    /** A pin, {@code O[3]} say, and the net that it is tied to. */
    public record Pin(String name, String net) {
        boolean constant() {
            return CONSTANTS.contains(net);
        }

        String port() {
            int bracket = name.indexOf('[');
            return bracket < 0 ? name : name.substring(0, bracket);
        }

        int bit() {
            int bracket = name.indexOf('[');
            return bracket < 0 ? 0 : Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
        }
    }

    /** The ways in which a path goes through a cell. */
    enum Step {
        /** Through a LUT, or through the address of a LUT memory or shift register. */
        LUT,
        /** Into a carry chain. */
        CHAIN,
        /** Along a carry chain if a carry comes in, otherwise into one. */
        CARRY,
        /** Through a multiplexer behind LUTs. */
        MUX
    }

    /** A way from an input pin. */
    record Arc(Pin from, Step step) {}

    public MappedCell {
        pins = List.copyOf(pins);
        parameters = Map.copyOf(parameters);
    }

    /** A cell without parameters that matter. */
    MappedCell(String type, String name, List<Pin> pins) {
        this(type, name, pins, Map.of());
    }

    /** Whether a parameter has another value than 0. A parameter that the netlist does not have counts as 0. */
    boolean set(String parameter) {
        return parameters.getOrDefault(parameter, "0").contains("1");
    }

    boolean lut() {
        return type.startsWith("LUT") || type.equals("INV");
    }

    /** UltraScale+ has chains of eight bits; Yosys makes two of four of them. */
    public boolean carry() {
        return type.equals("CARRY4");
    }

    boolean flipFlop() {
        return type.startsWith("FD");
    }

    /** LUT memories and shift registers: written with the clock, read without. */
    boolean memory() {
        return type.startsWith("SRL") || (type.startsWith("RAM") && !type.startsWith("RAMB"));
    }

    /** A multiplexer behind LUTs. */
    boolean wide() {
        return MUXES.contains(type);
    }

    boolean dsp() {
        return type.startsWith("DSP48");
    }

    /** Whether a DSP slice adds in front of its multiplier. */
    boolean preAdds() {
        return parameters.getOrDefault("USE_DPORT", "").contains("TRUE");
    }

    boolean blockRam() {
        return type.startsWith("RAMB") || type.startsWith("URAM");
    }

    /** Whether an input pin is an address that a memory in LUTs is read at for an output. */
    boolean reads(Pin in, Pin out) {
        if (!address(in)) {
            return false;
        }
        return switch (out.port()) {
            case "SPO" -> in.port().startsWith("A");
            case "DPO" -> in.port().startsWith("DPRA");
            case "DOA", "DOB", "DOC", "DOD" ->
                in.port().equals("ADDR" + out.port().charAt(2));
            default -> true;
        };
    }

    /** True if a path ends at the inputs of the cell, as at registers, DSP slices and memories. */
    public boolean clocked() {
        return !lut() && !carry() && !MUXES.contains(type);
    }

    /** True if a pin is an output whose signal comes through the cell without a clock. */
    public boolean drives(Pin pin) {
        if (memory()) {
            return MEMORY_OUTPUTS.matcher(pin.port()).matches();
        }
        return !clocked() && (pin.port().equals("O") || (carry() && pin.port().equals("CO")));
    }

    /** True if a pin is an output. */
    public boolean output(Pin pin) {
        return OUTPUTS.matcher(pin.port()).matches();
    }

    /** True if a pin is a clock input. */
    public boolean clock(Pin pin) {
        return dsp()
                ? pin.port().equals("CLK") // C is the third operand.
                : clocked() && CLOCKS.matcher(pin.port()).matches();
    }

    /** True if a pin is an input that sets or resets a register. */
    public boolean reset(Pin pin) {
        return clocked() && RESETS.matcher(pin.port()).matches();
    }

    /** The ways to an output pin. */
    List<Arc> arcs(Pin out) {
        List<Arc> arcs = new ArrayList<>();
        for (Pin pin : pins) {
            if (carry()) {
                carryArc(pin, out, arcs);
            } else if (memory() ? address(pin) : !pin.port().equals("O")) {
                arcs.add(new Arc(pin, MUXES.contains(type) ? Step.MUX : Step.LUT));
            }
        }
        return arcs;
    }

    private static void carryArc(Pin pin, Pin out, List<Arc> arcs) {
        boolean reaches = pin.bit() <= out.bit();
        switch (pin.port()) {
            case "CI" -> arcs.add(new Arc(pin, Step.CARRY));
            case "CYINIT" -> arcs.add(new Arc(pin, Step.CHAIN));
            case "S" -> {
                if (reaches) {
                    arcs.add(new Arc(pin, Step.CHAIN));
                }
            }
            case "DI" -> {
                if (reaches && !(out.port().equals("O") && pin.bit() == out.bit())) {
                    arcs.add(new Arc(pin, Step.CHAIN));
                }
            }
            default -> {}
        }
    }

    private static boolean address(Pin pin) {
        return pin.port().startsWith("ADDR")
                || pin.port().equals("A")
                || pin.port().equals("DPRA")
                || NUMBERED_ADDRESS.matcher(pin.name()).matches();
    }

    /** The instance below the top module that contains the cell; empty if the cell belongs to the top module itself. */
    public String unit() {
        List<String> instances = instances();
        return instances.isEmpty() ? "" : instances.get(0);
    }

    /**
     * The instances that contain the cell down to a unit of the core, {@code bridge.core.u_conv} say. Where there is none,
     * down to the second.
     */
    String place() {
        List<String> instances = instances();
        int last = 0;
        while (last < instances.size() && !instances.get(last).startsWith("u_")) {
            last++;
        }
        boolean inUnit = last < instances.size();
        return String.join(".", instances.subList(0, inUnit ? last + 1 : Math.min(2, instances.size())));
    }

    /**
     * The cell as the core names it that it is in; one that is in none gets a name below {@code shell}.
     *
     * @param core the instances down to the core, {@code bridge.core} say
     */
    public MappedCell below(String core) {
        String path = path();
        String outside = core.substring(0, core.lastIndexOf('.') + 1);
        String name = path.startsWith(core + ".")
                ? path.substring(core.length() + 1)
                : path.startsWith(outside + SHELL + ".") ? path.substring(outside.length()) : SHELL + "." + path;
        return new MappedCell(type, name, pins, parameters);
    }

    /** The name without the marks of Yosys, which it sets before names from Verilog and before what it flattens. */
    private String path() {
        return (name.startsWith("$flatten") ? name.substring("$flatten".length()) : name).replace("\\", "");
    }

    /** The names of the instances above the cell, the uppermost first. */
    private List<String> instances() {
        String path = path();
        List<String> instances = new ArrayList<>();
        int begin = 0;
        for (int dot = path.indexOf('.'); dot >= 0 && path.charAt(begin) != '$'; dot = path.indexOf('.', begin)) {
            instances.add(path.substring(begin, dot));
            begin = dot + 1;
            if (begin == path.length()) {
                break;
            }
        }
        return instances;
    }
}
