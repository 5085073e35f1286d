package systole.integration;

import java.util.List;
import systole.design.Design;
import systole.rtl.GeneratedFile;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;

/** All files of a design's folder for other flows. */
public final class Integration {
    private static final List<IntegrationPart> CORE =
            List.of(new IpXactPart(), new FuseSocPart(), new LitexPart(), new CocotbPart());
    private static final List<IntegrationPart> SHELL = List.of(new IpXactPart(), new FuseSocPart(), new LitexPart());

    private Integration() {}

    /** The files for a core alone. */
    public static List<GeneratedFile> ofCore(Design core) {
        return files(CORE, HardwareModule.of(core));
    }

    /**
     * The files for a core in its shell. There are none for a serial line, whose bits are made for one board.
     *
     * @param files of the core and the shell
     */
    public static List<GeneratedFile> ofShell(Design core, ShellSpec shell, List<GeneratedFile> files) {
        return shell.link() instanceof ShellLink.Axi ? files(SHELL, HardwareModule.of(core, shell, files)) : List.of();
    }

    private static List<GeneratedFile> files(List<IntegrationPart> parts, HardwareModule module) {
        return parts.stream().flatMap(part -> part.files(module).stream()).toList();
    }
}
