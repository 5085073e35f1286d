package systole.integration;

import java.util.List;
import java.util.Optional;
import systole.design.Design;
import systole.rtl.DesignNames;
import systole.rtl.GeneratedFile;
import systole.shell.Register;
import systole.shell.RegisterMap;
import systole.shell.ShellSpec;

/**
 * A module of a design that other flows take: the core, or the core in its bus shell.
 *
 * @param core the design, with the files of its shell if it has one
 * @param name the name of the module
 * @param title what it is, in words
 * @param list the name of the file in {@code rtl/} that lists its Verilog
 * @param sources the names in this list
 * @param memories the names of the memory files in {@code rtl/}
 * @param ports its ports
 * @param clock the port of its main clock
 * @param mhz the frequency of this clock in megahertz
 * @param registers its registers, none without a shell
 * @param constraints the paths of its constraints in the design's folder
 */
record HardwareModule(
        Design core,
        String name,
        String title,
        String list,
        List<String> sources,
        List<String> memories,
        List<ModulePort> ports,
        String clock,
        double mhz,
        List<Register> registers,
        Optional<String> constraints) {
    private static final String RTL = "rtl/";

    HardwareModule {
        sources = List.copyOf(sources);
        memories = List.copyOf(memories);
        ports = List.copyOf(ports);
        registers = List.copyOf(registers);
    }

    /** The core alone. */
    static HardwareModule of(Design core) {
        return of(
                core,
                core.top(),
                "a quantized network, AXI4-Stream in and out",
                "files.f",
                "aclk",
                core.clockMhz(),
                List.of(),
                Optional.empty());
    }

    /**
     * The core in a bus shell.
     *
     * @param files of the core and the shell
     */
    static HardwareModule of(Design core, ShellSpec shell, List<GeneratedFile> files) {
        return of(
                core.with(files),
                shell.wrapperModule(),
                "a quantized network with AXI4-Lite registers, AXI4-Stream in and out",
                shell.list(),
                "s_axi_aclk",
                shell.clockHz() / 1e6,
                RegisterMap.of(shell).registers(),
                shell.ownCoreClock() ? Optional.of("constraints/" + shell.wrapperModule() + ".xdc") : Optional.empty());
    }

    private static HardwareModule of(
            Design core,
            String name,
            String title,
            String list,
            String clock,
            double mhz,
            List<Register> registers,
            Optional<String> constraints) {
        return new HardwareModule(
                core,
                name,
                title,
                list,
                core.file(RTL + list).lines().toList(),
                core.files().stream()
                        .map(GeneratedFile::path)
                        .filter(path -> path.startsWith(RTL) && path.endsWith(".mem"))
                        .map(path -> path.substring(RTL.length()))
                        .sorted()
                        .toList(),
                ModulePort.of(core.file(RTL + name + ".v")),
                clock,
                mhz,
                registers,
                constraints);
    }

    /** The name of the design, which begins the names of its modules. */
    String design() {
        return core.top();
    }

    /** The macro that names the folder of its memory files. */
    String folderMacro() {
        return DesignNames.folderMacro(core.top());
    }

    /** The width of a port, in bits; 0 if there is no such port. */
    int width(String port) {
        return ports.stream()
                .filter(p -> p.name().equals(port))
                .mapToInt(ModulePort::width)
                .sum();
    }

    boolean has(String port) {
        return width(port) > 0;
    }
}
