package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.tool.ToolFailedException;

/**
 * Checks that every exception of a command has its exit code, and that only failures which users can mend come with
 * advice.
 */
class FailuresTest {
    /** A command that fails in a chosen way. */
    @Command(name = "fail")
    private static final class Failing implements Callable<Integer> {
        private final Callable<Integer> failure;

        Failing(Callable<Integer> failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            return failure.call();
        }
    }

    private static Shell failing(Callable<Integer> failure, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
        CommandLine commands =
                Main.commandLine(terminal).addSubcommand(new Failing(failure)).setErr(terminal.err());
        commands.getSubcommands().get("fail").setUnmatchedArgumentsAllowed(true);
        int exit = Main.run(commands, terminal, arguments);
        terminal.flush();
        return new Shell(exit, out.toString(), err.toString());
    }

    private static int broken() {
        throw new IllegalStateException("the cat is out\nof the bag", new IllegalArgumentException("a hole"));
    }

    @Test
    void aFaultIsABugOfOursAndSaysWhatToSend() {
        Shell told = failing(FailuresTest::broken, "fail", "my net.tflite", "--", "it's");
        assertEquals(4, told.exit());
        List<String> lines = told.err().lines().toList();
        assertEquals("error: this is a bug in Systole, not a mistake of yours", lines.get(0));
        assertEquals("  " + Version.text() + ": java.lang.IllegalStateException: the cat is out", lines.get(1));
        assertTrue(lines.get(2).startsWith("    at systole.app.FailuresTest.broken("), told::err);
        assertTrue(lines.contains("  because of java.lang.IllegalArgumentException: a hole"), told::err);
        assertEquals("    systole fail 'my net.tflite' -- 'it'\\''s'", lines.get(lines.size() - 1));
        assertTrue(lines.size() <= 20, "the stack is short:\n" + told.err());
    }

    @Test
    void withDebugTheWholeStackIsThere() {
        assertTrue(failing(FailuresTest::broken, "fail", "--debug").err().contains("at systole.app.Main.run("));
    }

    /** An error is not an exception, but it is reported as a bug in the same way. */
    @Test
    void anErrorIsABugToo() {
        Shell told = failing(
                () -> {
                    throw new StackOverflowError();
                },
                "fail");
        assertEquals(ExitCode.FAULT, told.exit());
        told.says("this is a bug in Systole", "java.lang.StackOverflowError", "    systole fail\n");
    }

    @Test
    void whatUsersCanMendIsNoBug() {
        Shell refused = failing(
                () -> {
                    throw RefusedException.of(SourceRef.NONE, "too large", "make it smaller");
                },
                "fail");
        assertEquals(ExitCode.REFUSED, refused.exit());
        assertEquals("error: too large\n  help: make it smaller\n\n1 error\n", refused.err());
        Shell tool = failing(
                () -> {
                    throw new ToolFailedException("verilator failed");
                },
                "fail");
        assertEquals(ExitCode.TOOL, tool.exit());
        assertEquals("error: verilator failed\n", tool.err());
        Shell file = failing(
                () -> {
                    throw new UncheckedIOException(new IOException("the disk is full"));
                },
                "fail");
        assertEquals(ExitCode.REFUSED, file.exit());
        assertEquals("error: the disk is full\n", file.err());
    }

    @Test
    void theHelpHasEveryExitCode() {
        String help = Shell.succeed("--help").out();
        for (int code : List.of(ExitCode.OK, ExitCode.REFUSED, ExitCode.USAGE, ExitCode.TOOL, ExitCode.FAULT)) {
            assertTrue(help.contains("\n  " + code + "   "), help);
        }
    }
}
