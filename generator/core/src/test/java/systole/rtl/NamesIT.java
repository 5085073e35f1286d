package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.Repository;
import systole.Systole;
import systole.catalog.StandardCatalog;
import systole.frontend.text.NetWriter;
import systole.network.Network;
import systole.style.streaming.TinyNetworks;
import systole.tool.Command;
import systole.tool.DesignFolder;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator;

/** Whatever networks and tensors are called: the hardware computes what it should, and designs live side by side. */
class NamesIT {
    private static final Pattern PORT = Pattern.compile("(?m)^    (input|output)\\s+wire (\\[\\d+:0\\] )?(\\w+)");

    @TempDir
    private Path folder;

    static Stream<Network> hostile() {
        return Stream.concat(
                Stream.of(
                        named("systole", Map.of("stem", "array", "block", "fifo", "sum", "weights", "pool", "flags")),
                        named("class", Map.of("stem", "u_a", "block", "a_data", "sum", "a_valid", "pool", "a")),
                        named("n", Map.of("block", "c", "sum", "c_w0", "stem", "c_q0", "pool", "c_a")),
                        named("tb", Map.of("image", "input", "stem", "module", "block", "class", "logits", "output"))),
                LongStream.range(0, 4).mapToObj(seed -> HostileNames.of(RandomNetworks.of(seed), seed)));
    }

    private static Network named(String name, Map<String, String> tensors) {
        return HostileNames.renamed(TinyNetworks.residual(), name, tensors);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theHardwareComputesWhatItShould(Network network) {
        assertEquals(List.of(), RtlCheck.problems(network, folder, 1, List.of(RtlCheck.VERILATOR, RtlCheck.ICARUS)));
    }

    /** Networks of every format, whatever they, their layers and their files are called. */
    @Test
    @Tag("soak")
    void whateverIsCalledWhatever() {
        assertEquals(
                List.of(),
                LongStream.range(0, Long.getLong("systole.names", 500))
                        .parallel()
                        .boxed()
                        .flatMap(this::problems)
                        .toList());
    }

    private Stream<String> problems(long seed) {
        try {
            Path own = Files.createDirectories(folder.resolve("" + seed));
            String file = HostileNames.ofFile(seed);
            Network network =
                    switch ((int) (seed % 5)) {
                        case 0 -> imported("digits.tflite", own.resolve(file + ".tflite"));
                        case 1 -> imported("shapes.onnx", own.resolve(file + ".onnx"));
                        default -> written(HostileNames.of(RandomNetworks.of(seed), seed), own.resolve(file + ".net"));
                    };
            RtlDesign design = RtlDesign.write(network, own.resolve("design"));
            Stream<String> lint = Stream.of(RtlCheck.VERILATOR, RtlCheck.ICARUS)
                    .flatMap(parser ->
                            parser.lint(design.folder().rtl(), design.folder().name()).stream());
            SimulationResult result = RtlCheck.ICARUS.simulate(
                    design.folder(), design.stimulus(2, seed), SimulationOptions.DEFAULT.withoutPhases());
            return Stream.concat(lint, result.passed() ? Stream.of() : Stream.of(result.log()))
                    .map(problem -> seed + ", " + file + ": " + problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Network imported(String model, Path copy) throws IOException {
        Files.copy(Repository.root().resolve("generator/app/src/test/resources/" + model), copy);
        return Systole.standard().read(copy).network();
    }

    private static Network written(Network network, Path file) {
        new NetWriter(StandardCatalog.CATALOG).write(network, file);
        return Systole.standard().read(file).network();
    }

    /** All files of two designs in one folder: both elaborate in one top, and each computes what it should. */
    @Test
    void twoDesignsLiveInOneProject() throws IOException {
        RtlDesign one = RtlDesign.write(named("one", Map.of()), folder.resolve("one"));
        RtlDesign other = RtlDesign.write(named("class", Map.of("stem", "fifo")), folder.resolve("other"));
        Path both = folder.resolve("both");
        List<String> sources = new ArrayList<>();
        StringBuilder top = new StringBuilder("`default_nettype none\nmodule both (\n");
        List<String> ports = new ArrayList<>();
        List<String> instances = new ArrayList<>();
        for (RtlDesign design : List.of(one, other)) {
            copy(design.folder().rtl(), both.resolve("rtl"));
            sources.addAll(Files.readAllLines(design.folder().rtl().resolve("files.f")));
            String name = design.folder().name();
            instances.add(instance(name, Files.readString(design.folder().rtl().resolve(name + ".v")), ports));
        }
        top.append(String.join(",\n", ports)).append("\n);\n");
        top.append(String.join("", instances)).append("endmodule\n`default_nettype wire\n");
        Files.writeString(both.resolve("rtl/both.v"), top);
        sources.add("both.v");
        Files.write(both.resolve("rtl/files.f"), sources);

        for (Simulator parser : List.of(RtlCheck.VERILATOR, RtlCheck.ICARUS)) {
            assertEquals(List.of(), parser.lint(both.resolve("rtl"), "both"));
        }
        String script = "read_verilog -defer " + String.join(" ", sources) + "; hierarchy -check -top both";
        new Command(
                        List.of("yosys", "-q", "-p", script),
                        both.resolve("rtl"),
                        folder.resolve("log"),
                        Duration.ofMinutes(2))
                .succeed();
        for (RtlDesign design : List.of(one, other)) {
            Files.createDirectories(both.resolve("testbench"));
            try (Stream<Path> files = Files.list(design.folder().testbench())) {
                for (Path file : files.toList()) {
                    Files.writeString(both.resolve("testbench").resolve(file.getFileName()), Files.readString(file));
                }
            }
            passes(design, both);
        }
    }

    private static void passes(RtlDesign design, Path folder) {
        DesignFolder here = new DesignFolder(
                folder,
                design.folder().name(),
                design.folder().input(),
                design.folder().output());
        for (Simulator simulator : List.of(RtlCheck.VERILATOR, RtlCheck.ICARUS)) {
            SimulationResult result = simulator.simulate(here, design.stimulus(4, 1), SimulationOptions.DEFAULT);
            assertTrue(result.passed(), result.log());
        }
    }

    /** Copies modules and memories, none of which may be there yet. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(f -> !f.endsWith("files.f")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** An instance of a module, with ports of the same names and the module's as a prefix. */
    private static String instance(String module, String text, List<String> ports) {
        List<String> bound = PORT.matcher(text)
                .results()
                .map(port -> {
                    String wire = module + "_" + port.group(3);
                    String width = port.group(2) == null ? "" : port.group(2);
                    ports.add("    " + port.group(1) + " wire " + width + wire);
                    return "." + port.group(3) + "(" + wire + ")";
                })
                .toList();
        return "    " + module + " the_" + module + " (" + String.join(", ", bound) + ");\n";
    }
}
