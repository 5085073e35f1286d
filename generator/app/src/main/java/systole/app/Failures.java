package systole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.DiagnosticPrinter;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Visible;
import systole.host.LinkException;
import systole.tool.ToolFailedException;

/** Reports failures to people in words, and to callers by the exit code. */
final class Failures implements IExecutionExceptionHandler {
    /** The most characters of a message that are shown. */
    private static final int MAX_TEXT = 10_000;

    private final Terminal terminal;
    private final SystoleCommand systole;

    Failures(Terminal terminal, SystoleCommand systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (systole.debug()) {
            failure.printStackTrace(terminal.err());
        }
        int exit = report(failure, parsed.originalArgs());
        terminal.err().flush();
        JsonOption.of(parsed.originalArgs()).fail(terminal, exit, problems(failure));
        return exit;
    }

    private int report(Exception failure, List<String> arguments) {
        if (failure instanceof RefusedException refused) {
            terminal.err().print(DiagnosticPrinter.readingFiles().print(refused.diagnostics()));
            return ExitCode.REFUSED;
        }
        if (failure instanceof ToolFailedException || failure instanceof LinkException) {
            terminal.err().print("error: " + message(failure) + "\n");
            return ExitCode.TOOL;
        }
        if (failure instanceof UncheckedIOException) {
            terminal.err().print("error: " + message(failure) + "\n");
            return ExitCode.REFUSED;
        }
        terminal.err().print(new Fault(failure, arguments).text());
        return ExitCode.FAULT;
    }

    private static List<Diagnostic> problems(Exception failure) {
        return failure instanceof RefusedException refused
                ? refused.diagnostics()
                : List.of(new Diagnostic(SourceRef.NONE, message(failure), ""));
    }

    private static String message(Exception failure) {
        String message = failure instanceof UncheckedIOException io ? reason(io.getCause()) : words(failure);
        return Visible.shortened(message, MAX_TEXT);
    }

    /** The message of the operating system, with the file. */
    private static String reason(IOException e) {
        if (!(e instanceof FileSystemException f)) {
            return words(e).lines().findFirst().orElse("");
        }
        String what = e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof NoSuchFileException
                        ? "there is no such file or folder"
                        : e instanceof FileAlreadyExistsException
                                ? "a file of that name is in the way"
                                : Optional.ofNullable(f.getReason()).orElse("the file system refused");
        return f.getFile() + ": " + what;
    }

    private static String words(Exception e) {
        return Optional.ofNullable(e.getMessage())
                .orElse(e.getClass().getSimpleName().replace("Exception", ""));
    }
}
