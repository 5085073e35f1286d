package systole.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import systole.network.IntType;
import systole.tool.Command;
import systole.tool.VerilatedProgram;

/** A design with its shell's testbench, in a folder. */
record ShellBench(ShellDesign design, Path folder) {
    private static final int FRAMES = 12;

    static ShellBench write(ShellDesign design, Path folder) {
        design.write(folder);
        ShellBench bench = new ShellBench(design, folder);
        bench.writeFrames();
        return bench;
    }

    Path rtl() {
        return folder.resolve("rtl");
    }

    /** The testbench's program, compiled. */
    Path build() {
        String main = design.spec().link() instanceof ShellLink.Axi ? "tb_axi.cpp" : "tb_uart.cpp";
        return new VerilatedProgram(
                        rtl(),
                        design.list(),
                        design.spec().wrapperModule(),
                        folder.resolve("testbench").resolve(main))
                .build(folder.resolve("sim/shell"));
    }

    /** Runs it; what it said. The first argument, the frames, is added. */
    Command.Outcome run(Path program, String... arguments) {
        List<String> words = new ArrayList<>(List.of(program.toString(), frames().toString()));
        words.addAll(List.of(arguments));
        return new Command(words, rtl(), folder.resolve("sim/shell/run.log"), Duration.ofMinutes(2)).run();
    }

    private Path frames() {
        return folder.resolve("frames.txt");
    }

    /** Random frames and what the golden model makes of them, as bytes of beats without padding. */
    private void writeFrames() {
        Random random = new Random(1);
        IntType type = design.network().inputType().type();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < FRAMES; i++) {
            int[] frame = random.ints(design.network().inputType().shape().elements(), type.min(), type.max() + 1)
                    .toArray();
            hex(frame, design.spec().input(), lines);
            lines.append(' ');
            hex(design.golden(frame), design.spec().output(), lines);
            lines.append('\n');
        }
        try {
            Files.writeString(frames(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hex(int[] elements, ShellStream stream, StringBuilder out) {
        for (int element : elements) {
            for (int i = 0; i < stream.elementBytes(); i++) {
                out.append("%02x".formatted((element >> (8 * i)) & 0xFF));
            }
        }
    }
}
