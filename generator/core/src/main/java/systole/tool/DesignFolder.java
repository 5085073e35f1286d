package systole.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A generated design on disk.
 *
 * @param root holds {@code rtl/} with {@code files.f}, and {@code testbench/}
 * @param name of the top module
 * @param input format of {@code s_axis_tdata}
 * @param output format of {@code m_axis_tdata}
 */
public record DesignFolder(Path root, String name, StreamFormat input, StreamFormat output) {
    public DesignFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder of Verilog and memory contents, in which every tool runs. */
    public Path rtl() {
        return root.resolve("rtl");
    }

    public Path testbench() {
        return root.resolve("testbench");
    }

    /** The folder for the products of a tool. */
    public Path products(String tool) {
        return products(rtl(), tool);
    }

    static Path products(Path rtl, String tool) {
        return rtl.resolveSibling("sim").resolve(tool);
    }

    /**
     * A path as the tools see it, which run in {@link #rtl}. It has none of the names around the design, whose characters
     * may have a meaning for a tool.
     */
    Path seen(Path path) {
        return rtl().relativize(path);
    }

    /** The names of the Verilog files relative to {@link #rtl}, in the order of {@code files.f}. */
    List<String> sources() {
        return sources(rtl(), "files.f");
    }

    static List<String> sources(Path rtl, String list) {
        try {
            return Files.readAllLines(rtl.resolve(list)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest of the hardware and of its testbenches, which tells the design from any other. */
    public static String digest(Path root) {
        return Fingerprint.of(List.of(), inputs(root)).digest();
    }

    /** A digest of the content of all files in {@code rtl/}, which tells the hardware from any other. */
    public static String fingerprint(Path rtl) {
        try (Stream<Path> files = Files.list(rtl)) {
            return Fingerprint.of(
                            List.of(),
                            files.filter(Files::isRegularFile).sorted().toList())
                    .digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files from which a simulation is built, sorted. */
    List<Path> inputs() {
        return inputs(root);
    }

    private static List<Path> inputs(Path root) {
        try (Stream<Path> rtl = Files.list(root.resolve("rtl"));
                Stream<Path> testbench = Files.list(root.resolve("testbench"))) {
            return Stream.concat(rtl, testbench)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
