package systole.integration;

import java.util.List;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;

/** A module of LiteX that instantiates the hardware. */
final class LitexPart implements IntegrationPart {
    /**
     * The values that the template needs. Widths are in bits, 0 for a port that is not there.
     *
     * @param list the file that lists the Verilog
     * @param macro the macro that names the folder of the memory files
     */
    public record View(
            String name,
            String title,
            String list,
            String macro,
            int inWidth,
            int outWidth,
            int inKeepWidth,
            int outKeepWidth,
            boolean stateful,
            boolean registers,
            boolean ownClock) {}

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(HardwareModule module) {
        View view = new View(
                module.name(),
                module.title(),
                module.list(),
                module.folderMacro(),
                module.width("s_axis_tdata"),
                module.width("m_axis_tdata"),
                module.width("s_axis_tkeep"),
                module.width("m_axis_tkeep"),
                module.has("s_axis_tuser"),
                !module.registers().isEmpty(),
                module.has("core_clk"));
        return List.of(new GeneratedFile(
                "litex/" + module.name() + "_litex.py", templates.render("integration/litex.py.ftl", view)));
    }
}
