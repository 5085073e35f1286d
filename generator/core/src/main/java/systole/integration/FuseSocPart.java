package systole.integration;

import java.util.List;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;

/** The description of a module for FuseSoC, in its format CAPI2. */
final class FuseSocPart implements IntegrationPart {
    /**
     * The values that the template needs.
     *
     * @param simulated whether the folder has a testbench for it that reads the vectors of {@code systole sim}
     * @param stateful whether a frame can ask for a fresh state
     */
    public record View(
            String name,
            String title,
            List<String> sources,
            List<String> memories,
            boolean simulated,
            boolean stateful) {}

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(HardwareModule module) {
        View view = new View(
                module.name(),
                module.title(),
                module.sources(),
                module.memories(),
                module.registers().isEmpty(),
                module.has("s_axis_tuser"));
        return List.of(
                new GeneratedFile(module.name() + ".core", templates.render("integration/fusesoc.core.ftl", view)));
    }
}
