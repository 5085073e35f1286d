package systole.rtl;

import java.util.List;
import java.util.Optional;

/**
 * The modules that have the same text in every design. They are plain Verilog, in a folder of {@code templates/library}
 * for each job. A new module is a new file in one of these folders. No two modules have the same name.
 */
public final class LibraryModules {
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
        return JOBS.stream()
                .map(job -> ResourceText.find("templates/library/" + job + "/" + module + ".v"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the library has no module " + module));
    }
}
