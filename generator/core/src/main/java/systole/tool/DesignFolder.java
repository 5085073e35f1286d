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

    /** Verilog and memory contents; every tool runs here. */
    public Path rtl() {
        return root.resolve("rtl");
    }

    public Path testbench() {
        return root.resolve("testbench");
    }

    /** Where a tool puts its products. */
    public Path products(String tool) {
        return root.resolve("sim").resolve(tool);
    }

    /** The Verilog files, by name relative to {@link #rtl}, as {@code files.f} lists them. */
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

    /** Tells this hardware from any other: a digest of all its files. */
    public String digest() {
        return Fingerprint.of(List.of(name), inputs()).digest();
    }

    /** Tells the hardware in {@code rtl/} from any other, by the content of all its files. */
    public static String fingerprint(Path rtl) {
        try (Stream<Path> files = Files.list(rtl)) {
            return Fingerprint.of(List.of(), files.sorted().toList()).digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files a simulation is built from, sorted. */
    List<Path> inputs() {
        try (Stream<Path> rtl = Files.list(rtl());
                Stream<Path> testbench = Files.list(testbench())) {
            return Stream.concat(rtl, testbench)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
