package systole.app;

import java.util.List;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(Main::endTools));
        Terminal terminal = Terminal.standard();
        int exit = run(terminal, arguments);
        terminal.flush();
        System.exit(exit);
    }

    /** Runs one command and returns the exit code. */
    static int run(Terminal terminal, String... arguments) {
        return run(commandLine(terminal), terminal, arguments);
    }

    /** Runs one of the given commands and returns its exit code. */
    static int run(CommandLine commands, Terminal terminal, String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (OutOfMemoryError e) {
            terminal.note("error: out of memory");
            terminal.note("  help: use fewer frames, or give Java more: SYSTOLE_JAVA_OPTS=-Xmx8g");
            return ExitCode.REFUSED;
        } catch (Error e) {
            terminal.err().print(new Fault(e, List.of(arguments)).text());
            terminal.err().flush();
            return ExitCode.FAULT;
        }
    }

    /** All commands with the objects that they need. */
    static CommandLine commandLine(Terminal terminal) {
        Systole systole = new Systole();
        Flow flow = Flow.standard(note -> terminal.note("note: %s", note));
        List<Object> commands = List.of(
                new CheckCommand(terminal, flow),
                new InfoCommand(terminal, flow),
                new GoldenCommand(terminal, flow),
                new BuildCommand(terminal, flow),
                new SimCommand(terminal, flow),
                new SynthCommand(terminal, flow),
                new LintCommand(terminal, flow),
                new BoardCommand(terminal, flow),
                new RunCommand(terminal, flow),
                new BenchCommand(terminal, flow));
        CommandLine root = new CommandLine(systole);
        commands.forEach(root::addSubcommand);
        return root.setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Failures(systole));
    }

    /** Ends the tools that are still running, so that no simulator continues after this program. */
    private static void endTools() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }
}
