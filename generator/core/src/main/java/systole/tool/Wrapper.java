package systole.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a core is synthesized in: a module with two instances, {@code core} and {@code shell}.
 *
 * @param module its name
 * @param verilog the files of Verilog beside those of the core, by their names
 */
public record Wrapper(String module, Map<String, String> verilog) {
    /** The instance of the core. */
    static final String CORE = "core";

    public Wrapper {
        verilog = Map.copyOf(verilog);
    }

    /** Writes the files into a folder and returns their names. */
    List<String> write(Path folder) {
        try {
            for (var file : verilog.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(new TreeMap<>(verilog).keySet());
    }
}
