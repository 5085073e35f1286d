package systole.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import systole.design.DesignWriter;
import systole.driver.DesignFile;
import systole.driver.DriverDesigns;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;
import systole.target.board.Button;
import systole.tool.NativeProgram;

/** A design behind the pins of its serial line, in simulation, at a pseudo-terminal. */
final class BoardOnALine implements AutoCloseable {
    /** The clock of a Cmod A7: a bit takes a little more than 104 cycles. */
    private static final long CLOCK = 12_000_000;

    private static final ShellLink.Uart LINK = new ShellLink.Uart(115_200, 5, 2_000);

    private final Process process;
    private final BufferedReader said;
    private final String port;

    private BoardOnALine(Process process) throws IOException {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.port = said.readLine();
    }

    /** Writes a design with its serial shell, makes the model, and compiles the program around it. */
    static Path build(DriverDesigns design, Path folder) {
        ShellSpec spec = design.spec(LINK, CLOCK);
        design.writeHardware(spec, folder);
        design.driver(spec).forEach(file -> DesignWriter.write(file, folder));
        NativeProgram program = NativeProgram.around(
                folder.resolve("rtl"), "files_uart.f", List.of(), spec.wrapperModule(), folder.resolve("native"));
        return program(program, (double) CLOCK / LINK.baud(), List.of());
    }

    /**
     * Makes the model of a whole board with its own pins: a cycle is one of the clock that the clock manager makes, whose
     * frequency follows from the settings in the top.
     */
    static Path build(BoardFolder design) {
        NativeProgram program = NativeProgram.around(
                design.rtl(),
                design.list(),
                design.models(),
                design.top(),
                design.path().resolve("native"));
        double bit =
                MadeClock.of(design).hertz() / DesignFile.read(design.path()).baud();
        Button reset = design.board().io().buttons().get(0);
        List<String> flags = new ArrayList<>(List.of("-DPRESSED=" + (reset.activeLow() ? 0 : 1)));
        if (design.clockPair()) {
            flags.add("-DCLOCK_PAIR");
        }
        return program(program, bit, flags);
    }

    /** @param bit cycles of a bit on the host's side */
    private static Path program(NativeProgram program, double bit, List<String> flags) {
        List<String> all = new ArrayList<>(List.of("-DBIT=" + bit));
        all.addAll(flags);
        program.cpp(Shell.root().resolve("testbench/driver/serial.cpp"), "serial.o", all);
        return program.link("serial", List.of("serial.o"));
    }

    /** Switches the board on. */
    static BoardOnALine start(Path program, Object... options) {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        for (Object option : options) {
            words.add(option.toString());
        }
        try {
            return new BoardOnALine(new ProcessBuilder(words)
                    .directory(program.getParent().resolveSibling("rtl").toFile())
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String port() {
        return port;
    }

    /** Switches it off; returns what it said. */
    String end() {
        try {
            process.getOutputStream().close();
            StringBuilder rest = new StringBuilder();
            said.lines().forEach(line -> rest.append(line).append('\n'));
            process.waitFor();
            return rest.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
