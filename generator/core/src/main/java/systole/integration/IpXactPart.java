package systole.integration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;
import systole.shell.Access;
import systole.shell.Field;
import systole.shell.Register;
import systole.shell.RegisterMap;

/** The description of a module in IP-XACT (IEEE 1685-2009), which Vivado's IP catalog and other tools read. */
final class IpXactPart implements IntegrationPart {
    /**
     * The values that the template needs.
     *
     * @param files all Verilog and memory files, with their paths from the file with the description
     * @param constraints the constraints, likewise
     * @param range bytes of the register block
     * @param families chip families, as Vivado calls them
     */
    public record View(
            String name,
            String title,
            String board,
            List<BusInterface> buses,
            List<ModulePort> ports,
            List<FileRow> files,
            List<FileRow> constraints,
            List<RegisterRow> registers,
            int range,
            List<String> families) {}

    /** A file: its type is one of IP-XACT's, or a tool's own. */
    public record FileRow(String name, boolean verilog, String type) {}

    /** A register. */
    public record RegisterRow(String name, String offset, String doc, String reset, List<FieldRow> fields) {}

    /** Some bits of a register. */
    public record FieldRow(String name, int lsb, int width, boolean changes, String access, String write, String doc) {}

    /** The values of the constraints for synthesis by itself. */
    public record Period(String clock, String period) {}

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(HardwareModule module) {
        String folder = "ip/" + module.name() + "/";
        String xdc = module.name() + "_ooc.xdc";
        return List.of(
                new GeneratedFile(
                        folder + "component.xml", templates.render("integration/component.xml.ftl", view(module, xdc))),
                new GeneratedFile(
                        folder + xdc,
                        templates.render("integration/ooc.xdc.ftl", new Period(module.clock(), period(module)))));
    }

    private static String period(HardwareModule module) {
        return BigDecimal.valueOf(Math.floor(1e6 / module.mhz()) / 1e3).toPlainString();
    }

    private static View view(HardwareModule module, String xdc) {
        List<FileRow> files = new ArrayList<>();
        module.sources().forEach(name -> files.add(new FileRow("../../rtl/" + name, true, "verilogSource")));
        module.memories().forEach(name -> files.add(new FileRow("../../rtl/" + name, false, "mem")));
        List<FileRow> constraints = new ArrayList<>(List.of(new FileRow(xdc, false, "xdc")));
        module.constraints().ifPresent(path -> constraints.add(new FileRow("../../" + path, false, "xdc")));
        return new View(
                module.name(),
                module.title(),
                module.core().board().name(),
                BusInterface.of(module),
                module.ports(),
                files,
                constraints,
                module.registers().stream().map(IpXactPart::row).toList(),
                1 << RegisterMap.ADDRESS_BITS,
                module.core().board().chip().family().vivadoFamilies());
    }

    private static RegisterRow row(Register register) {
        return new RegisterRow(
                register.name(),
                String.format(Locale.ROOT, "0x%03X", register.offset()),
                register.doc(),
                String.format(Locale.ROOT, "0x%08X", register.reset()),
                register.fields().stream().map(IpXactPart::row).toList());
    }

    private static FieldRow row(Field field) {
        Access access = field.access();
        return new FieldRow(
                field.name(),
                field.lsb(),
                field.width(),
                access != Access.CONSTANT && access != Access.READ_WRITE,
                access.writable() ? "read-write" : "read-only",
                switch (access) {
                    case WRITE_ONE_CLEARS -> "oneToClear";
                    case SELF_CLEARING -> "oneToSet";
                    default -> "";
                },
                field.doc());
    }
}
