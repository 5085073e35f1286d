package systole.rtl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of a design's modules and of the files in {@code rtl/}. All begin with the name of the top module, those of
 * library modules included, so that several designs can be parts of one project. A file of Verilog is called like its
 * module. The file of a memory is called like the module that has it, with a dot and the memory's own name behind it.
 */
public final class DesignNames {
    /** What stands beside a design in a simulation, on a board, or in software, so that no design is called like it. */
    private static final List<String> OTHERS = List.of(
            "tb", // the testbenches and their checks
            "stream_contract",
            "value_contract",
            "bufg", // models of a chip's primitives
            "ibufds",
            "mmcme2_base",
            "system", // Vivado's block design
            "system_wrapper",
            "example", // the drivers' examples, example_bare and example_uio
            "selftest", // their self-tests, likewise
            "assert", // headers of C, where drivers are among the files that C looks for
            "errno",
            "fcntl",
            "math",
            "poll",
            "stddef",
            "stdint",
            "stdio",
            "stdlib",
            "string",
            "time",
            "unistd",
            "xil_cache");

    /** The ports and the fixed wires of every top module. A module of such a name would be hidden by them. */
    public static final List<String> INSIDE = List.of(
            "aclk",
            "aresetn",
            "s_axis_tdata",
            "s_axis_tvalid",
            "s_axis_tready",
            "s_axis_tlast",
            "s_axis_tuser",
            "m_axis_tdata",
            "m_axis_tvalid",
            "m_axis_tready",
            "m_axis_tlast",
            "status_short",
            "status_long",
            "rst",
            "unit_rst",
            "unused_unit_rst",
            "resets",
            "elements",
            "unused_tdata",
            "guard",
            "guard_beat",
            "guard_flag",
            "guard_offers",
            "flags",
            "flags_take",
            "frame_out");

    /** The modules around a core, if it gets a shell and a top with pins. */
    private static final List<String> AROUND = List.of("axi", "uart", "top");

    private static final String FOLDER = "rtl/";
    private static final String VERILOG = ".v";

    private final String top;
    private final Names names;

    private DesignNames(String top, Names names) {
        this.top = top;
        this.names = names.without(AROUND.stream().map(part -> top + "_" + part).toList());
    }

    /**
     * The names of a new design. The names of the modules around it are kept free for these.
     *
     * @param network the network's name, which is also that of the top module if no tool takes it for something else
     */
    public static DesignNames of(String network) {
        Names names = new Names().without(OTHERS).without(INSIDE);
        String top = names.claim((network + "_").startsWith(LibraryModules.PREFIX) ? "my_" + network : network);
        return new DesignNames(top, names);
    }

    /** The names of more modules for a design that has these files. */
    public static DesignNames beside(String top, List<GeneratedFile> files) {
        List<String> taken = files.stream()
                .map(GeneratedFile::path)
                .filter(path -> path.startsWith(FOLDER) && path.endsWith(VERILOG))
                .map(path -> path.substring(FOLDER.length(), path.length() - VERILOG.length()))
                .toList();
        return new DesignNames(top, new Names().without(taken));
    }

    /** The name of the top module. */
    public String top() {
        return top;
    }

    /** A new name for a module. */
    public String module(String part) {
        return names.claim(top + "_" + part);
    }

    /**
     * The same files, in the same order. Each module whose name begins with {@link LibraryModules#PREFIX} gets a name of
     * this design, in its file and wherever it is instantiated. So does the macro {@link LibraryModules#FOLDER_MACRO}.
     */
    public List<GeneratedFile> prefixed(List<GeneratedFile> verilog) {
        Map<String, String> modules = new LinkedHashMap<>();
        for (GeneratedFile file : verilog) {
            String module = moduleOf(file);
            if (module.startsWith(LibraryModules.PREFIX)) {
                modules.put(module, module(module.substring(LibraryModules.PREFIX.length())));
            }
        }
        Renamer renamer = new Renamer(modules, Map.of(LibraryModules.FOLDER_MACRO, folderMacro(top)));
        List<GeneratedFile> files = new ArrayList<>();
        for (GeneratedFile file : verilog) {
            String module = modules.getOrDefault(moduleOf(file), moduleOf(file));
            files.add(new GeneratedFile(FOLDER + module + VERILOG, renamer.rename(file.content())));
        }
        return files;
    }

    /**
     * The macro that names the folder of a design's memory files, as a string. If it is not defined, the files are in the
     * folder that the tool runs in.
     *
     * @param top the name of the design's top module
     */
    public static String folderMacro(String top) {
        return top.toUpperCase(Locale.ROOT) + "_MEM_DIR";
    }

    private static String moduleOf(GeneratedFile verilog) {
        return verilog.path().substring(FOLDER.length(), verilog.path().length() - VERILOG.length());
    }
}
