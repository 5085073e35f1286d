package systole.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import systole.golden.GoldenModel;
import systole.host.FrameBytes;
import systole.network.IntType;
import systole.tool.Command;
import systole.tool.VerilatedProgram;

/** A design with its shell's testbench, in a folder. */
record ShellBench(ShellDesign design, Path folder) {
    private static final int FRAMES = 12;
    private static final HexFormat HEX = HexFormat.of();

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

    /**
     * Random frames and what the golden model makes of them, as bytes of beats without padding; if a state is carried, also
     * what it makes of each alone.
     */
    private void writeFrames() {
        Random random = new Random(1);
        IntType type = design.network().inputType().type();
        FrameBytes in = new FrameBytes(type);
        FrameBytes out = new FrameBytes(design.network().outputType().type());
        GoldenModel carried = design.golden();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            int[] frame = random.ints(design.network().inputType().shape().elements(), type.min(), type.max() + 1)
                    .toArray();
            String line = HEX.formatHex(in.of(frame)) + " " + HEX.formatHex(out.of(carried.run(frame)));
            boolean stateful = design.spec().stateful();
            lines.add(
                    stateful ? line + " " + HEX.formatHex(out.of(design.golden().run(frame))) : line);
        }
        try {
            Files.write(frames(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
