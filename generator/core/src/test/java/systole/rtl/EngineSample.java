package systole.rtl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import systole.Repository;
import systole.catalog.StandardCatalog;
import systole.frontend.text.NetReader;
import systole.network.Network;

/**
 * What a kind of engine has beside it among the test resources: {@code engines/<kind>.net}, a small network with engines
 * of the kind, and {@code engines/<kind>.faults}, mistakes in its hardware. A new kind adds both files and inherits every
 * test that runs over them.
 *
 * @param kind the name of the kind
 * @param network in which such engines occur, in several foldings if the kind has some
 * @param faults that show in this network
 */
record EngineSample(String kind, Network network, List<Fault> faults) {
    static final Path FOLDER = Repository.root().resolve("generator/core/src/test/resources/engines");

    /** What goes wrong, the file, what stands there once, and what is put in its place. */
    private static final Pattern FAULT = Pattern.compile("([^:]+): (\\S+): (.+?) ->(.*)");

    /**
     * Reads the sample of a kind.
     *
     * @throws AssertionError if there is none, with what to add
     */
    static EngineSample of(String kind) {
        return read(kind, FOLDER);
    }

    /** Reads the sample of a kind from a folder. */
    static EngineSample read(String kind, Path folder) {
        Path net = present(kind, folder.resolve(kind + ".net"), "a small network in which such an engine occurs");
        Path faults = present(
                kind,
                folder.resolve(kind + ".faults"),
                "mistakes in its Verilog, one a line, such as 'adds instead: systole_terms.v: -wide_b -> wide_b'");
        return new EngineSample(kind, new NetReader(StandardCatalog.CATALOG).read(net), faults(kind, faults));
    }

    private static Path present(String kind, Path file, String what) {
        if (!Files.isRegularFile(file)) {
            throw new AssertionError("the engine " + kind + " is not tested: add "
                    + Repository.root().relativize(file.toAbsolutePath()) + ", " + what);
        }
        return file;
    }

    private static List<Fault> faults(String kind, Path file) {
        List<Fault> faults;
        try (Stream<String> lines = Files.lines(file)) {
            faults = lines.map(line -> fault(kind, file, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (faults.isEmpty()) {
            throw new AssertionError(file + " has no fault");
        }
        return faults;
    }

    private static Fault fault(String kind, Path file, String line) {
        Matcher parts = FAULT.matcher(line);
        if (!parts.matches()) {
            throw new AssertionError(file + ": this is not 'what: file: find -> replacement': " + line);
        }
        return new Fault(
                parts.group(1),
                kind,
                parts.group(2),
                parts.group(3),
                parts.group(4).strip());
    }

    @Override
    public String toString() {
        return kind;
    }
}
