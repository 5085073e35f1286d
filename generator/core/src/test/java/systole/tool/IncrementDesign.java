package systole.tool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.Repository;

/**
 * The smallest design that keeps the hardware contract: adds 1 to each element of a frame of 2 x 3 pixels. Stands in for
 * a generated one, so that the testbenches can be tested alone.
 */
record IncrementDesign(StreamFormat format, String verilog) {
    static final int HEIGHT = 2;
    static final int WIDTH = 3;
    static final int IDLE_LIMIT = 60;
    private static final int PASSAGE = 12;
    private static final String NAME = "increment";
    private static final List<String> TESTBENCH = List.of(
            "tb.cpp", "tb_options.h", "tb_stream.h", "tb_checker.h", "tb_dut.h", "tb_run.h", "tb.v", "tb_phases.vh");

    /** One pixel of {@code format.lanes()} channels is a beat. */
    static IncrementDesign of(StreamFormat format) {
        return new IncrementDesign(format, resource("increment.v"))
                .with("LANES = 3", "LANES = " + format.lanes())
                .with("ELEM_BYTES = 1", "ELEM_BYTES = " + format.elementBytes());
    }

    /** The design with a piece of its text replaced, which must occur. */
    IncrementDesign with(String text, String replacement) {
        assertTrue(verilog.contains(text), text);
        return new IncrementDesign(format, verilog.replace(text, replacement));
    }

    /** Random frames, the extreme values among them. */
    Stimulus stimulus(int frames) {
        int bits = 8 * format.elementBytes();
        int min = format.signed() ? -(1 << (bits - 1)) : 0;
        int range = 1 << bits;
        Random random = new Random(42);
        List<int[]> inputs = Stream.generate(
                        () -> random.ints(elements(), min, min + range).toArray())
                .limit(frames)
                .toList();
        inputs.get(0)[0] = min + range - 1;
        List<int[]> expected = inputs.stream()
                .map(frame -> IntStream.of(frame)
                        .map(v -> v + 1 < min + range ? v + 1 : min)
                        .toArray())
                .toList();
        return new Stimulus(inputs, expected);
    }

    int elements() {
        return HEIGHT * WIDTH * format.lanes();
    }

    /** Writes the folder that an emitter would. */
    DesignFolder write(Path root) {
        try {
            Path rtl = Files.createDirectories(root.resolve("rtl"));
            Files.writeString(rtl.resolve(NAME + ".v"), verilog);
            Files.writeString(rtl.resolve("files.f"), NAME + ".v\n");
            Path testbench = Files.createDirectories(root.resolve("testbench"));
            for (String file : TESTBENCH) {
                Files.copy(Repository.root().resolve("testbench").resolve(file), testbench.resolve(file));
            }
            Files.writeString(testbench.resolve("design.h"), cpp());
            Files.writeString(testbench.resolve("design.vh"), verilogHeader());
            return new DesignFolder(root, NAME, format, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String cpp() {
        int beats = HEIGHT * WIDTH;
        return String.format(
                Locale.ROOT,
                """
                #pragma once
                constexpr const char* DESIGN = "%s";
                constexpr int IN_LANES = %2$d;
                constexpr int IN_ELEM_BYTES = %3$d;
                constexpr bool IN_SIGNED = %4$b;
                constexpr long IN_BEATS = %5$d;
                constexpr int OUT_LANES = %2$d;
                constexpr int OUT_ELEM_BYTES = %3$d;
                constexpr bool OUT_SIGNED = %4$b;
                constexpr long OUT_BEATS = %5$d;
                constexpr int OUT_HEIGHT = %6$d;
                constexpr int OUT_WIDTH = %7$d;
                constexpr int OUT_CHANNELS = %2$d;
                constexpr long PASSAGE = %8$d;
                constexpr long IDLE_LIMIT = %9$d;
                """,
                NAME,
                format.lanes(),
                format.elementBytes(),
                format.signed(),
                beats,
                HEIGHT,
                WIDTH,
                PASSAGE,
                IDLE_LIMIT);
    }

    private String verilogHeader() {
        int beats = HEIGHT * WIDTH;
        return String.format(
                Locale.ROOT,
                """
                `define SYSTOLE_DUT %1$s
                `define SYSTOLE_DESIGN "%1$s"
                `define SYSTOLE_IN_LANES %2$d
                `define SYSTOLE_IN_ELEM_BYTES %3$d
                `define SYSTOLE_IN_BEATS %5$d
                `define SYSTOLE_OUT_LANES %2$d
                `define SYSTOLE_OUT_ELEM_BYTES %3$d
                `define SYSTOLE_OUT_SIGNED %4$d
                `define SYSTOLE_OUT_BEATS %5$d
                `define SYSTOLE_OUT_WIDTH %6$d
                `define SYSTOLE_OUT_CHANNELS %2$d
                `define SYSTOLE_PASSAGE %7$d
                `define SYSTOLE_IDLE_LIMIT %8$d
                """,
                NAME,
                format.lanes(),
                format.elementBytes(),
                format.signed() ? 1 : 0,
                beats,
                WIDTH,
                PASSAGE,
                IDLE_LIMIT);
    }

    static String resource(String name) {
        try (InputStream in = IncrementDesign.class.getResourceAsStream("/tool/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
