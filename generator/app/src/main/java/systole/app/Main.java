package systole.app;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import systole.Systole;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.SourceRef;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(Main::endTools));
        Terminal terminal = Terminal.standard();
        System.exit(run(terminal, arguments));
    }

    /** Runs one command and returns the exit code. */
    static int run(Terminal terminal, String... arguments) {
        return run(commandLine(terminal), terminal, arguments);
    }

    /** Runs one of the given commands and returns its exit code. */
    static int run(CommandLine commands, Terminal terminal, String... arguments) {
        int exit = executed(commands, terminal, arguments);
        terminal.flush();
        if (exit == ExitCode.OK && terminal.broken()) {
            terminal.note("error: standard output cannot be written");
            return ExitCode.REFUSED;
        }
        return exit;
    }

    private static int executed(CommandLine commands, Terminal terminal, String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (OutOfMemoryError e) {
            String hint = "use fewer frames, or give Java more: SYSTOLE_JAVA_OPTS=-Xmx8g";
            terminal.note("error: out of memory");
            terminal.note("  help: %s", hint);
            fail(terminal, ExitCode.REFUSED, new Diagnostic(SourceRef.NONE, "out of memory", hint), arguments);
            return ExitCode.REFUSED;
        } catch (Error e) {
            terminal.err().print(new Fault(e, List.of(arguments)).text());
            fail(terminal, ExitCode.FAULT, new Diagnostic(SourceRef.NONE, e.toString(), ""), arguments);
            return ExitCode.FAULT;
        }
    }

    private static void fail(Terminal terminal, int exit, Diagnostic problem, String... arguments) {
        JsonOption.of(List.of(arguments)).fail(terminal, exit, List.of(problem));
    }

    /** Executes the last of the commands, without results of an earlier run. */
    private static int executed(ParseResult parsed) {
        JsonOption.of(parsed.originalArgs()).forget();
        return new CommandLine.RunLast().execute(parsed);
    }

    /** All commands with the objects that they need. */
    static CommandLine commandLine(Terminal terminal) {
        SystoleCommand command = new SystoleCommand();
        Systole systole = Systole.standard(new TerminalProgress(terminal));
        List<Object> commands = List.of(
                new CheckCommand(terminal, systole),
                new InfoCommand(terminal, systole),
                new GoldenCommand(terminal, systole),
                new BuildCommand(terminal, systole),
                new SimCommand(terminal, systole),
                new SynthCommand(terminal, systole),
                new LintCommand(terminal, systole),
                new BoardCommand(terminal, systole),
                new RunCommand(terminal, systole),
                new ReportCommand(terminal),
                new BenchCommand(terminal, systole));
        CommandLine root = new CommandLine(command);
        commands.forEach(root::addSubcommand);
        return root.setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Main::executed)
                .setParameterExceptionHandler(new UsageErrors(terminal))
                .setExecutionExceptionHandler(new Failures(terminal, command));
    }

    /** Ends the tools that are still running, so that no simulator continues after this program. */
    private static void endTools() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }
}
