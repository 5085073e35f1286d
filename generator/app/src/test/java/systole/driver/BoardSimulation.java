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
import systole.design.DesignWriter;
import systole.host.FrameBytes;
import systole.network.IntType;
import systole.network.Quantized;
import systole.shell.ShellLink;
import systole.tool.Command;
import systole.tool.NativeProgram;

/** A design with its bus shell in a folder, and its C driver compiled against Verilator's model of both. */
public final class BoardSimulation {
    private static final List<String> STRICT =
            List.of("gcc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-O1");
    private static final int FRAMES = 6;

    /** Calls a function of the harness before each access to a register. */
    private static final String INSTRUMENTED =
            "-O1 -U_FORTIFY_SOURCE -fsanitize=thread --param tsan-distinguish-volatile=1";

    /** The calls of Linux that the harness answers. */
    private static final List<String> WRAPPED =
            List.of("open64", "close", "fopen64", "mmap64", "munmap", "poll", "read", "write", "clock_gettime");

    private final DesignFile design;
    private final NativeProgram program;

    private BoardSimulation(DesignFile design, NativeProgram program) {
        this.design = design;
        this.program = program;
    }

    /**
     * Makes the model of a folder's design, behind its bus; {@code rtl/} may hold mistakes by then.
     *
     * @param inputs frames as the author arranges them
     * @param expected what is to come out of them, likewise
     */
    public static BoardSimulation of(Path folder, List<int[]> inputs, List<int[]> expected) {
        DesignFile design = DesignFile.read(folder);
        NativeProgram program = NativeProgram.around(
                folder.resolve("rtl"), "files_axi.f", List.of(), design.design() + "_axi", folder.resolve("native"));
        BoardSimulation simulation = new BoardSimulation(design, program);
        simulation.writeFrames(inputs, expected);
        return simulation;
    }

    /** Writes the driver of a design whose hardware lies in a folder, and makes the model. */
    static BoardSimulation of(DriverDesigns design, Path folder) {
        design.driver(ShellLink.Axi.DEFAULT).forEach(file -> DesignWriter.write(file, folder));
        List<int[]> inputs = design.frames(FRAMES);
        return of(folder, inputs, design.golden(inputs));
    }

    /** The same with hardware that is right, of {@link DriverDesigns#tiny}. */
    static BoardSimulation tiny(Path folder) {
        return right(DriverDesigns.tiny(folder), folder);
    }

    /** The same with a program that answers the accesses of other programs to the hardware. */
    static BoardSimulation served(Path folder) {
        BoardSimulation simulation = tiny(folder);
        simulation.harness("server");
        simulation.link("server");
        return simulation;
    }

    /** The same with hardware that is right. */
    static BoardSimulation right(DriverDesigns design, Path folder) {
        design.writeHardware(design.spec(ShellLink.Axi.DEFAULT), folder);
        return of(design, folder);
    }

    /** The flags that tell a harness whose driver it runs. */
    private List<String> flags() {
        return flags(design.design() + ".h");
    }

    private List<String> flags(String header) {
        String name = design.design();
        String macro = name.toUpperCase(Locale.ROOT);
        return List.of("-I../driver", "-DDESIGN=" + name, "-DMACRO=" + macro, "-DHEADER=\"" + header + "\"");
    }

    /** Compiles the harness {@code testbench/driver/NAME.cpp}. */
    public void harness(String name) {
        program.cpp(DriverDesigns.root().resolve("testbench/driver/" + name + ".cpp"), name + ".o", flags());
    }

    /** Compiles the driver as it is now, and links it with the harness. */
    public void driver() {
        String name = design.design();
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

    /**
     * Makes the objects of a program with the makefile that is shipped with it, and links them with the simulation.
     *
     * @param name {@code selftest_bare} or another one of the makefile's programs
     */
    Path shipped(String name) {
        boolean bare = name.endsWith("_bare");
        Path bsp = DriverDesigns.root().resolve("testbench/driver/bsp");
        List<String> objects =
                new ArrayList<>(Stream.of("", "_data", "_dma", "_bare", "_uio", "_selftest", "_selftest_data", "_xil")
                        .filter(part -> bare || !part.equals("_xil"))
                        .map(part -> design.design() + part + ".o")
                        .toList());
        objects.add(name + ".o");
        List<String> make = new ArrayList<>(List.of("make", "-C", "../driver", "BSP=" + bsp, "CFLAGS=" + INSTRUMENTED));
        make.addAll(objects);
        program.run(make);
        List<String> linked = new ArrayList<>(List.of(around(bare, bsp)));
        objects.forEach(object -> linked.add("../driver/" + object));
        if (!bare) {
            WRAPPED.forEach(call -> linked.add("-Wl,--wrap=" + call));
        }
        return program.link(name, linked);
    }

    /** The object of what is around programs for the BSP or for Linux, which is compiled once. */
    private String around(boolean bare, Path bsp) {
        String object = bare ? "shipped_bare.o" : "shipped_linux.o";
        if (!Files.exists(program.folder().resolve(object))) {
            List<String> flags = new ArrayList<>(flags(design.design() + (bare ? "_xil.h" : ".h")));
            flags.addAll(bare ? List.of("-DBARE", "-I" + bsp.resolve("include")) : List.of());
            program.cpp(DriverDesigns.root().resolve("testbench/driver/shipped.cpp"), object, flags);
        }
        return object;
    }

    /** Runs a program that is ready; what it printed, and its exit status. */
    Command.Outcome run(Path ready) {
        return program.execute(List.of(ready.toString()), ready.getFileName() + ".log");
    }

    /** Gives frames to a program on its standard input; whether what it printed are exactly the expected results. */
    boolean streams(Path ready) {
        String filter = ready + " < " + product("inputs.bin") + " | cmp - " + product("expected.bin");
        return program.execute(List.of("sh", "-c", filter), "stream.log").equals(new Command.Outcome(0, ""));
    }

    /** Links a harness that needs no driver. */
    Path link(String name) {
        return program.link(name, List.of(name + ".o"));
    }

    /** Runs the driver; {@code all} runs everything. */
    public Command.Outcome run(String run, int stall) {
        List<String> words = new ArrayList<>(List.of(product("bench"), run));
        words.addAll(data());
        words.addAll(List.of("" + stall, "" + (stall + 3)));
        return program.execute(words, "bench-" + run + "-" + stall + ".log");
    }

    /** Runs a batch of 64 frames, which must not take more cycles. */
    Command.Outcome rate(long cycles) {
        List<String> words = new ArrayList<>(List.of(product("bench"), "rate"));
        words.addAll(data());
        words.addAll(List.of("0", "1", "" + cycles));
        return program.execute(words, "bench-rate.log");
    }

    private String product(String name) {
        return program.folder().resolve(name).toString();
    }

    private List<String> data() {
        return List.of(product("inputs.bin"), product("expected.bin"), product("reals.bin"));
    }

    /**
     * Runs the testbench of the bus that the design brought along, with one clock for bus and core.
     *
     * @param frames a line for each: hexadecimal bytes in, a blank, hexadecimal bytes out
     */
    public Command.Outcome protocol(Path frames) {
        program.cpp(program.rtl().resolveSibling("testbench/tb_axi.cpp"), "tb_axi.o", List.of());
        String period = "10000"; // ps
        return program.execute(
                List.of(link("tb_axi").toString(), frames.toString(), "1", period, period), "protocol.log");
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
        List<String> arguments = new ArrayList<>(List.of(check, design.design()));
        arguments.addAll(data());
        return python(arguments.toArray(String[]::new));
    }

    private void writeFrames(List<int[]> inputs, List<int[]> expected) {
        write("inputs.bin", inputs, design.in().type().type());
        write("expected.bin", expected, design.out().type().type());
        Quantized element = design.in().type().element();
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
