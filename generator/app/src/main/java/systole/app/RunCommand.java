package systole.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import systole.Systole;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.driver.DesignFile;
import systole.frames.Expected;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.host.FrameBytes;
import systole.host.UartBoard;
import systole.host.UartClient;
import systole.shell.ShellLink;
import systole.shell.UartProtocol;

/** Sends frames to a board over its serial line and compares what comes back. */
@Command(name = "run", description = "Run frames on a board over its serial line, and compare what comes back.")
final class RunCommand implements Callable<Integer> {
    private static final int DEFAULT_BAUD = ShellLink.Uart.DEFAULT.baud();
    private static final int TIMEOUT = 1000;

    private final Terminal terminal;
    private final Systole systole;

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL|DESIGN",
            description =
                    "What is on the board: a folder such as rtl-out/NAME, or a model (.net, .tflite, .onnx), whose golden"
                            + " outputs are then compared, too. Not needed for --registers.")
    private Optional<Path> target;

    @Mixin
    private ReadOptions reading;

    @Option(names = "--port", required = true, paramLabel = "PORT", description = "The port, such as /dev/ttyUSB1.")
    private String port;

    @Option(
            names = "--inputs",
            paramLabel = "[NAME=]X.npy",
            description = "Frames to send; once for each of several inputs, by their names.")
    private List<String> inputs = List.of();

    @Option(
            names = "--expect",
            paramLabel = "[NAME=]Y.npy",
            description = "Results to compare with; once for each of several outputs.")
    private List<String> expect = List.of();

    @Option(
            names = "--outputs",
            paramLabel = "Y.npy",
            description = "Where the results go; for several outputs, the folder for a file of each.")
    private Optional<Path> outputs;

    @Option(
            names = "--self-test",
            description = "Send the frames of the design's own self-test, and compare with their golden outputs.")
    private boolean selfTest;

    @Option(names = "--registers", description = "Show the design's registers, before any frames.")
    private boolean registers;

    @Option(names = "--baud", paramLabel = "N", description = "Bits a second (default: what the design was built for).")
    private Optional<Integer> baud;

    @Option(
            names = "--timeout",
            paramLabel = "MS",
            description =
                    "Milliseconds of silence after which a message is sent again (default: 1000, and the time that"
                            + " the longest message takes on the line).")
    private Optional<Integer> timeout;

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "5",
            description = "Times that a message is sent before the board counts as lost (default ${DEFAULT-VALUE}).")
    private int tries;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of a model's design (default: rtl-out/NAME).")
    private Optional<Path> folder;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec command;

    RunCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        validate();
        Optional<RunTarget> wanted = target.map(t -> RunTarget.of(t, folder, m -> reading.read(m, systole)));
        Optional<TestData> data = data(wanted);
        int rate = baud.or(() -> wanted.map(w -> w.design().baud()).filter(b -> b > 0))
                .orElse(DEFAULT_BAUD);
        try (SerialPortLink link = SerialPortLink.open(port, rate)) {
            int patience = timeout.orElse(TIMEOUT + UartProtocol.longestMilliseconds(rate));
            UartClient client = new UartClient(link, new UartClient.Patience(patience, tries));
            UartBoard board = UartBoard.find(client, Math.multiplyExact(patience, tries));
            wanted.ifPresent(w -> require(w.design(), board));
            RunReport report = new RunReport(port, rate, board.hash());
            if (registers) {
                report.registers(board.registers());
            }
            data.ifPresent(d -> run(wanted.orElseThrow(), board, d, report));
            report.line(client);
            json.show(terminal, report.json(), report.text());
            return report.passed() ? ExitCode.OK : ExitCode.REFUSED;
        }
    }

    /** The frames to send, with the results that are expected; empty if there are none to send. */
    private Optional<TestData> data(Optional<RunTarget> wanted) {
        if (selfTest) {
            return Optional.of(wanted.orElseThrow().selfTest());
        }
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        Frames frames = wanted.orElseThrow().inputs(inputs);
        Optional<Expected> expected = expect.isEmpty()
                ? Optional.empty()
                : Optional.of(wanted.orElseThrow().results(expect).forEach(frames));
        return Optional.of(new TestData(frames, expected, List.of()));
    }

    private void validate() {
        require(registers || !inputs.isEmpty() || selfTest, "give --inputs or --registers or --self-test");
        require(inputs.isEmpty() || !selfTest, "--inputs and --self-test exclude each other");
        require(inputs.isEmpty() || target.isPresent(), "--inputs needs a MODEL or a DESIGN");
        require(!selfTest || target.isPresent(), "--self-test needs a MODEL or a DESIGN");
        require(!inputs.isEmpty() || expect.isEmpty(), "--expect needs --inputs");
        require(!inputs.isEmpty() || selfTest || outputs.isEmpty(), "--outputs needs --inputs or --self-test");
        require(baud.orElse(1) > 0, "--baud takes a positive number");
        require(0 < timeout.orElse(1) && timeout.orElse(1) <= 1_000_000, "--timeout takes 1 to 1000000 ms");
        require(0 < tries && tries <= 1000, "--tries takes 1 to 1000");
    }

    private void require(boolean good, String message) {
        if (!good) {
            throw new ParameterException(command.commandLine(), message);
        }
    }

    private void require(DesignFile design, UartBoard board) {
        if (board.hash() != design.number()) {
            throw RefusedException.of(
                    new SourceRef(port, 0, 0),
                    Text.format(
                            "the board has design %016x, not %s (%s)", board.hash(), design.hash(), design.design()),
                    "load the bitstream that was made from this folder");
        }
    }

    private void run(RunTarget wanted, UartBoard board, TestData data, RunReport report) {
        Frames frames = data.inputs();
        Optional<Frames> golden = wanted.network().map(n -> GoldenRun.run(n, frames, systole, terminal));
        DesignFile design = wanted.design();
        FrameBytes in = new FrameBytes(design.in().type().type());
        FrameBytes out = new FrameBytes(design.out().type().type());
        List<byte[]> sent = frames.list().stream().map(in::of).toList();
        int bytes = design.out().type().shape().elements() * out.width();
        board.reset();
        long start = System.nanoTime();
        List<byte[]> received = terminal.interactive()
                ? showingBar(board, sent, bytes, design)
                : board.run(sent, bytes, design.stateful(), n -> {});
        double seconds = (System.nanoTime() - start) * 1e-9;
        Frames results = new Frames(
                port,
                design.out().type().shape(),
                received.stream().map(out::elements).toList());
        outputs.ifPresent(file -> TensorFiles.write(file, results, design.out()));
        report.frames(design, results, seconds, board);
        data.expected().ifPresent(e -> report.compare(e, results));
        golden.ifPresent(g -> report.compare(g, results));
    }

    private static List<byte[]> showingBar(UartBoard board, List<byte[]> frames, int bytes, DesignFile design) {
        try (ProgressBar bar = Terminal.bar("board", frames.size())) {
            return board.run(frames, bytes, design.stateful(), bar::stepTo);
        }
    }
}
