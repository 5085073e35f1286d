package systole.shell;

import java.util.ArrayList;
import java.util.List;
import systole.rtl.DesignNames;
import systole.rtl.FileSet;
import systole.rtl.GeneratedFile;
import systole.rtl.ResourceText;
import systole.rtl.Templates;

/** Adds a shell to a core's files. The same specification always gives the same bytes. */
public final class ShellEmitter {
    private static final String CORE_LIST = "rtl/files.f";

    private final Templates templates = new Templates();
    private final ShellElaborator elaborator;

    public ShellEmitter(ShellElaborator elaborator) {
        this.elaborator = elaborator;
    }

    /**
     * Makes the shell, the wrapper that joins it to the core, and the testbench of both. It also makes
     * {@link ShellSpec#list}, the list of all Verilog that the wrapper needs, including that of the core.
     *
     * @param core the core's files, with their list
     * @return the files to write beside the core's, sorted by path
     */
    public List<GeneratedFile> emit(ShellSpec spec, List<GeneratedFile> core) {
        boolean axi = spec.link() instanceof ShellLink.Axi;
        List<GeneratedFile> verilog = new ArrayList<>(elaborator.elaborate(spec));
        String template = axi ? "top/shell_axi.v.ftl" : "top/shell_uart.v.ftl";
        verilog.add(new GeneratedFile(
                "rtl/" + spec.wrapperModule() + ".v", templates.render(template, ShellView.of(spec))));
        List<GeneratedFile> modules = DesignNames.beside(spec.design(), core).prefixed(verilog);
        StringBuilder list = new StringBuilder(coreList(core));
        modules.forEach(f -> list.append(f.path().substring("rtl/".length())).append('\n'));
        FileSet files = new FileSet().addAll(modules);
        files.add(new GeneratedFile("rtl/" + spec.list(), list.toString()));
        String bench = axi ? "axi" : "uart";
        files.add(new GeneratedFile(
                "testbench/design_" + bench + ".h",
                templates.render("testbench/design_shell.h.ftl", ShellBenchView.of(spec))));
        for (String same : List.of("testbench/shell_" + bench + ".h", "testbench/tb_" + bench + ".cpp")) {
            files.add(new GeneratedFile(same, ResourceText.of(same)));
        }
        return files.sorted();
    }

    private static String coreList(List<GeneratedFile> core) {
        return core.stream()
                .filter(f -> f.path().equals(CORE_LIST))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the core has no " + CORE_LIST))
                .content();
    }
}
