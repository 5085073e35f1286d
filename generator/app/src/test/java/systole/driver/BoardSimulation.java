package systole.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import systole.emit.DesignWriter;
import systole.host.FrameBytes;
import systole.network.IntType;
import systole.network.Quantized;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;
import systole.tool.Command;
import systole.tool.NativeProgram;

/** A design with its bus shell in a folder, and its C driver compiled against Verilator's model of both. */
final class BoardSimulation {
    private static final List<String> STRICT =
            List.of("gcc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-O1");
    private static final int FRAMES = 6;

    private final DriverDesigns design;
    private final NativeProgram program;

    private BoardSimulation(DriverDesigns design, NativeProgram program) {
        this.design = design;
        this.program = program;
    }

    /** Writes the design and makes the model; {@code rtl/} may hold mistakes by then. */
    static BoardSimulation of(DriverDesigns design, Path folder) {
        design.driver(ShellLink.Axi.DEFAULT).forEach(file -> DesignWriter.write(file, folder));
        String name = design.network().name();
        NativeProgram program =
                NativeProgram.around(folder.resolve("rtl"), "files_axi.f", name + "_axi", folder.resolve("native"));
        BoardSimulation simulation = new BoardSimulation(design, program);
        simulation.writeFrames();
        return simulation;
    }

    /** The same with hardware that is right, of {@link DriverDesigns#tiny}. */
    static BoardSimulation tiny(Path folder) {
        DriverDesigns design = DriverDesigns.tiny(folder);
        design.writeHardware(design.spec(ShellLink.Axi.DEFAULT), folder);
        return of(design, folder);
    }

    /** The flags that tell a harness whose driver it runs. */
    private List<String> flags() {
        String name = design.network().name();
        ShellSpec spec = design.spec(ShellLink.Axi.DEFAULT);
        return List.of(
                "-I../driver",
                "-DDESIGN=" + name,
                "-DMACRO=" + name.toUpperCase(Locale.ROOT),
                "-DHEADER=\"" + name + ".h\"",
                "-DIN_BEAT=" + spec.input().busBytes(),
                "-DOUT_BEAT=" + spec.output().busBytes());
    }

    /** Compiles the harness {@code testbench/driver/NAME.cpp}. */
    void harness(String name) {
        program.cpp(DriverDesigns.root().resolve("testbench/driver/" + name + ".cpp"), name + ".o", flags());
    }

    /** Compiles the driver as it is now, and links it with the harness. */
    void driver() {
        String name = design.network().name();
        List<String> objects = new ArrayList<>(List.of("bench.o"));
        for (String part : List.of("", "_data", "_dma")) {
            String object = name + part + ".o";
            String source = "../driver/" + name + part + ".c";
            program.run(Stream.concat(STRICT.stream(), Stream.of("-c", source, "-o", object))
                    .toList());
            objects.add(object);
        }
        program.link("bench", objects);
    }

    /** Links a harness that needs no driver. */
    Path link(String name) {
        return program.link(name, List.of(name + ".o"));
    }

    /** Runs the driver; {@code all} runs everything. */
    Command.Outcome run(String run, int stall) {
        List<String> words = new ArrayList<>(List.of(product("bench"), run));
        words.addAll(data());
        words.addAll(List.of("" + stall, "" + (stall + 3)));
        return program.execute(words, "bench-" + run + "-" + stall + ".log");
    }

    private String product(String name) {
        return program.folder().resolve(name).toString();
    }

    private List<String> data() {
        return List.of(product("inputs.bin"), product("expected.bin"), product("reals.bin"));
    }

    /** Runs Debian's Python, whose packages {@code make setup} brings. */
    Command.Outcome python(String... arguments) {
        Path here = DriverDesigns.root().resolve("testbench/driver");
        List<String> words = new ArrayList<>(List.of(
                "env",
                "PYTHONPATH=../driver:" + here,
                "PYTHONDONTWRITEBYTECODE=1",
                "SYSTOLE_SIMULATION=" + product("server"),
                "/usr/bin/python3"));
        words.addAll(List.of(arguments));
        return program.execute(words, "python.log");
    }

    /** Runs everything that the Python driver can do. */
    Command.Outcome checkPynq() {
        String check =
                DriverDesigns.root().resolve("testbench/driver/check_pynq.py").toString();
        List<String> arguments = new ArrayList<>(List.of(check, design.network().name()));
        arguments.addAll(data());
        return python(arguments.toArray(String[]::new));
    }

    private void writeFrames() {
        List<int[]> inputs = design.frames(FRAMES);
        write("inputs.bin", inputs, design.network().inputType().type());
        write(
                "expected.bin",
                inputs.stream().map(design::golden).toList(),
                design.network().outputType().type());
        Quantized element = design.network().inputType().element();
        ByteBuffer reals = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        reals(element).forEach(real -> reals.putDouble(real).putLong(element.quantize(real)));
        write("reals.bin", Arrays.copyOf(reals.array(), reals.position()));
    }

    /** Numbers at and around the places where an element ends, and beyond all of them. */
    static List<Double> reals(Quantized element) {
        List<Double> reals = new ArrayList<>(List.of(0.0, -0.0, Double.NaN, 1e300, -1e300, 1e-300));
        reals.addAll(List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE));
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            int level = random.nextInt(element.type().max() - element.type().min() + 3)
                    + element.type().min()
                    - 1;
            double half = element.scale() * (level - element.zero() + 0.5);
            reals.addAll(List.of(
                    half, Math.nextUp(half), Math.nextDown(half), element.scale() * random.nextGaussian() * 99));
        }
        return reals;
    }

    private void write(String name, List<int[]> frames, IntType type) {
        FrameBytes bytes = new FrameBytes(type);
        int[] all = frames.stream().flatMapToInt(Arrays::stream).toArray();
        write(name, bytes.of(all));
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(program.folder().resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
