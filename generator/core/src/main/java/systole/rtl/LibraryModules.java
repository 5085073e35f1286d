package systole.rtl;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The modules that have the same text in every design. They are plain Verilog, in a folder of {@code templates/library}
 * for each job. A new module is a new file in one of these folders. No two modules have the same name.
 */
public final class LibraryModules {
    /** The prefix of their names. In a design, its own prefix replaces it. */
    public static final String PREFIX = "systole_";

    /** The macro in them that names the folder of memory files. In a design, it begins with its name in capitals. */
    static final String FOLDER_MACRO = "SYSTOLE_MEM_DIR";

    /** The jobs, in the order in which a beat meets them. */
    public static final List<String> JOBS =
            List.of("stream", "window", "array", "requant", "element", "channel", "lstm", "memory", "control");

    private LibraryModules() {}

    /**
     * The Verilog of a module.
     *
     * @param module the name, such as {@code systole_fifo}
     * @throws IllegalStateException if the library has no module of this name
     */
    public static String text(String module) {
        return find(module).orElseThrow(() -> new IllegalStateException("the library has no module " + module));
    }

    private static Optional<String> find(String module) {
        return JOBS.stream()
                .map(job -> ResourceText.find("templates/library/" + job + "/" + module + ".v"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The library modules that Verilog uses, directly or through other library modules, sorted by name. */
    public static List<GeneratedFile> usedBy(Collection<GeneratedFile> verilog) {
        TreeMap<String, GeneratedFile> used = new TreeMap<>();
        Deque<GeneratedFile> open = new ArrayDeque<>(verilog);
        while (!open.isEmpty()) {
            Renamer.identifiers(open.pop().content()).stream()
                    .filter(name -> name.startsWith(PREFIX) && !used.containsKey(name))
                    .forEach(name -> find(name).ifPresent(text -> {
                        GeneratedFile module = new GeneratedFile("rtl/" + name + ".v", text);
                        used.put(name, module);
                        open.push(module);
                    }));
        }
        return List.copyOf(used.values());
    }
}
