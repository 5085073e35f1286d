package systole.integration;

import java.util.List;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;

/** A testbench for cocotb, which sends the vectors of {@code systole sim} through a core and compares every byte. */
final class CocotbPart implements IntegrationPart {
    /**
     * The values that the templates need.
     *
     * @param macro the macro that names the folder of the memory files
     * @param inBytes bytes of a beat in
     * @param outBytes bytes of a beat out
     * @param inBeats beats of a frame in
     * @param outBeats beats of a frame out
     * @param cycles the most cycles that a frame takes without pauses, with room to spare
     */
    public record View(
            String name,
            String macro,
            int inBytes,
            int outBytes,
            int inBeats,
            int outBeats,
            boolean stateful,
            long cycles) {}

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(HardwareModule module) {
        View view = new View(
                module.name(),
                module.folderMacro(),
                module.width("s_axis_tdata") / 8,
                module.width("m_axis_tdata") / 8,
                module.core().input().stream().beats(),
                module.core().output().stream().beats(),
                module.has("s_axis_tuser"),
                1_000 + 2 * module.core().prediction().latency());
        return List.of(
                new GeneratedFile("cocotb/Makefile", templates.render("integration/cocotb.mk.ftl", view)),
                new GeneratedFile(
                        "cocotb/test_" + module.name() + ".py", templates.render("integration/cocotb.py.ftl", view)));
    }
}
