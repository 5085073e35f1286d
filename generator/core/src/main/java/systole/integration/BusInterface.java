package systole.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bus interface of a module, as IP-XACT names it. Buses and their ports have the names of Vivado's IP catalog.
 *
 * @param name of the interface
 * @param kind {@code interface} or {@code signal}, the library of the bus
 * @param bus the name of the bus
 * @param mode {@code master} or {@code slave}
 * @param ports of the module, with their names on the bus
 * @param parameters of the interface
 * @param memoryMap whether the registers are behind it
 */
public record BusInterface(
        String name,
        String kind,
        String bus,
        String mode,
        List<PortMap> ports,
        List<Parameter> parameters,
        boolean memoryMap) {
    /** A port of the bus and the module's port for it. */
    public record PortMap(String logical, String physical) {}

    /** A name and its value. */
    public record Parameter(String name, String value) {}

    private static final String SLAVE = "slave";
    private static final String MASTER = "master";
    private static final String SIGNAL = "signal";
    private static final String BUS_CLOCK = "s_axi_aclk";
    private static final String BUS_RESET = "s_axi_aresetn";
    private static final List<String> STREAMS = List.of("s_axis", "m_axis");
    private static final List<String> CLOCKS = List.of("aclk", BUS_CLOCK, "core_clk");

    public BusInterface {
        ports = List.copyOf(ports);
        parameters = List.copyOf(parameters);
    }

    /** The interfaces of a module: registers, streams, clocks, reset and interrupt. */
    static List<BusInterface> of(HardwareModule module) {
        List<BusInterface> all = new ArrayList<>();
        if (module.has("s_axi_awaddr")) {
            List<Parameter> lite = List.of(new Parameter("PROTOCOL", "AXI4LITE"));
            all.add(new BusInterface("s_axi", "interface", "aximm", SLAVE, maps(module, "s_axi"), lite, true));
        }
        STREAMS.forEach(stream -> all.add(stream(module, stream)));
        CLOCKS.stream().filter(module::has).forEach(clock -> all.add(clock(clock)));
        String reset = module.has(BUS_CLOCK) ? BUS_RESET : "aresetn";
        all.add(signal(reset, "reset", "RST", SLAVE, List.of(new Parameter("POLARITY", "ACTIVE_LOW"))));
        if (module.has("irq")) {
            List<Parameter> level = List.of(new Parameter("SENSITIVITY", "LEVEL_HIGH"));
            all.add(signal("irq", "interrupt", "INTERRUPT", MASTER, level));
        }
        return all;
    }

    private static BusInterface stream(HardwareModule module, String name) {
        List<Parameter> parameters = List.of(
                new Parameter("TDATA_NUM_BYTES", "" + module.width(name + "_tdata") / 8),
                new Parameter("TDEST_WIDTH", "0"),
                new Parameter("TID_WIDTH", "0"),
                new Parameter("TUSER_WIDTH", "" + module.width(name + "_tuser")),
                new Parameter("HAS_TREADY", "1"),
                new Parameter("HAS_TSTRB", "0"),
                new Parameter("HAS_TKEEP", module.has(name + "_tkeep") ? "1" : "0"),
                new Parameter("HAS_TLAST", "1"));
        String mode = name.equals("s_axis") ? SLAVE : MASTER;
        return new BusInterface(name, "interface", "axis", mode, maps(module, name), parameters, false);
    }

    private static BusInterface clock(String port) {
        return signal(
                port,
                "clock",
                "CLK",
                SLAVE,
                switch (port) {
                    case "aclk" ->
                        List.of(
                                new Parameter("ASSOCIATED_BUSIF", "s_axis:m_axis"),
                                new Parameter("ASSOCIATED_RESET", "aresetn"));
                    case BUS_CLOCK ->
                        List.of(
                                new Parameter("ASSOCIATED_BUSIF", "s_axi:s_axis:m_axis"),
                                new Parameter("ASSOCIATED_RESET", BUS_RESET));
                    default -> List.of();
                });
    }

    private static BusInterface signal(
            String port, String bus, String logical, String mode, List<Parameter> parameters) {
        return new BusInterface(port, SIGNAL, bus, mode, List.of(new PortMap(logical, port)), parameters, false);
    }

    /** The ports whose names begin with that of the bus, but for its clock and reset. */
    private static List<PortMap> maps(HardwareModule module, String bus) {
        return module.ports().stream()
                .map(ModulePort::name)
                .filter(port -> port.startsWith(bus + "_") && !port.equals(BUS_CLOCK) && !port.equals(BUS_RESET))
                .map(port -> new PortMap(port.substring(bus.length() + 1).toUpperCase(Locale.ROOT), port))
                .toList();
    }
}
