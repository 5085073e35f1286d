package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import systole.driver.BoardSimulation;
import systole.driver.DesignFile;
import systole.frames.Frames;
import systole.host.FrameBytes;
import systole.network.Side;
import systole.tool.Command;

/**
 * Frames through the outermost pins of a whole board, in simulation.
 *
 * @param inputs frames in
 * @param expected what is to come out of them
 */
record BoardTrial(BoardFolder folder, DesignFile design, Frames inputs, Frames expected) {
    private static final Pattern CYCLES = Pattern.compile("(?m)(?:^|: )(\\d+) cycles$");

    /** Of the driver's runs, one without and one with a stalling DMA. */
    private static final List<Integer> STALLS = List.of(0, 30);

    /**
     * What became of it.
     *
     * @param cycles that were simulated
     * @param said by all who took part
     */
    record Verdict(boolean passed, long cycles, String said) {
        static Verdict of(boolean passed, String said) {
            long cycles = CYCLES.matcher(said)
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
            return new Verdict(passed, cycles, said);
        }
    }

    /** With the first frames of two files, which are arranged as in the model. */
    static BoardTrial of(BoardFolder folder, Path inputs, Path expected, int frames) {
        DesignFile design = DesignFile.read(folder.path());
        Side in = design.in();
        Side out = design.out();
        return new BoardTrial(
                folder,
                design,
                Frames.read(inputs, in.type(), in.port()).first(frames),
                Frames.readAny(expected, out.type().shape(), out.port()).first(frames));
    }

    /**
     * Over the serial line, by the host program at a pseudo-terminal, at the line's true rate.
     *
     * @param patience milliseconds of real time that a message may take in simulation
     * @param board options of the board's simulation
     * @return with every frame bit-exact; and no message sent again, none damaged, unless options ask for trouble
     */
    Verdict overTheLine(int patience, Object... board) {
        List<Object> frames = new ArrayList<>(files("--inputs", inputs, design.in()));
        frames.addAll(files("--expect", expected, design.out()));
        Path report = folder.path().resolve("sim/run.json");
        try (BoardOnALine line = BoardOnALine.start(BoardOnALine.build(folder), board)) {
            List<Object> words = new ArrayList<>(List.of("run", folder.path(), "--port", line.port()));
            words.addAll(frames);
            words.addAll(List.of("--timeout", patience, "--tries", 2, "--json", report));
            Shell shell = Shell.run(words.toArray());
            String said = shell.out() + shell.err() + line.end();
            boolean passed = shell.exit() == ExitCode.OK
                    && shell.out().contains("bit-exact")
                    && said.contains("busy 0, error 0")
                    && (board.length > 0 || quiet(report));
            return Verdict.of(passed, said);
        }
    }

    /** The option for a file of each tensor. */
    private List<String> files(String option, Frames frames, Side side) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < side.bundle().count(); i++) {
            String name = side.bundle().names().get(i);
            byte[] npy = frames.part(side.bundle(), i)
                    .npy(side.bundle().types().get(i).type(), side.ports().get(i));
            words.addAll(List.of(option, name + "=" + write(option.substring(2) + "_" + name + ".npy", npy)));
        }
        return words;
    }

    private static boolean quiet(Path report) {
        try {
            JsonNode json = new ObjectMapper().readTree(report.toFile());
            return Stream.of("repeats", "damaged", "skipped_bytes", "restarts")
                    .allMatch(trouble -> json.path(trouble).asInt(-1) == 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Through the bus: every check of its protocol, then the C driver with a model of the DMA, both with these frames. */
    Verdict onTheBus() {
        BoardSimulation simulation =
                BoardSimulation.of(folder.path(), arranged(inputs, design.in()), arranged(expected, design.out()));
        Command.Outcome protocol = simulation.protocol(lines());
        if (protocol.exitStatus() != 0) {
            return Verdict.of(false, protocol.output());
        }
        StringBuilder said = new StringBuilder(lastLine(protocol.output()));
        simulation.harness("bench");
        simulation.driver();
        boolean passed = true;
        for (int stall : STALLS) {
            Command.Outcome driver = simulation.run("all", stall);
            passed &= driver.exitStatus() == 0;
            said.append(driver.output());
        }
        return Verdict.of(passed, said.toString());
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (a, b) -> b) + "\n";
    }

    private static List<int[]> arranged(Frames frames, Side side) {
        return frames.list().stream().map(side.port().layout()::fromStream).toList();
    }

    /** The frames for the testbench of the bus: bytes of beats without padding. */
    private Path lines() {
        StringBuilder lines = new StringBuilder();
        FrameBytes in = new FrameBytes(design.in().type().type());
        FrameBytes out = new FrameBytes(design.out().type().type());
        HexFormat hex = HexFormat.of();
        for (int i = 0; i < inputs.count(); i++) {
            lines.append(hex.formatHex(in.of(inputs.list().get(i))))
                    .append(' ')
                    .append(hex.formatHex(out.of(expected.list().get(i))))
                    .append('\n');
        }
        return write("frames.txt", lines.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private Path write(String name, byte[] bytes) {
        try {
            Path file = folder.path().resolve("sim").resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
