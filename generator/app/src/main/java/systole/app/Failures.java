package systole.app;

import java.io.IOException;
import java.io.PrintWriter;
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
import systole.diagnostic.DiagnosticPrinter;
import systole.diagnostic.RefusedException;
import systole.host.LinkException;
import systole.tool.ToolFailedException;

/** Reports failures to people in words, and to callers by the exit code. */
final class Failures implements IExecutionExceptionHandler {
    private final Systole systole;

    Failures(Systole systole) {
        this.systole = systole;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (systole.debug()) {
            failure.printStackTrace(err);
        }
        int exit = report(failure, parsed.originalArgs(), err);
        err.flush();
        return exit;
    }

    private static int report(Exception failure, List<String> arguments, PrintWriter err) {
        if (failure instanceof RefusedException refused) {
            err.print(DiagnosticPrinter.readingFiles().print(refused.diagnostics()));
            return ExitCode.REFUSED;
        }
        if (failure instanceof ToolFailedException || failure instanceof LinkException) {
            err.println("error: " + failure.getMessage());
            return ExitCode.TOOL;
        }
        if (failure instanceof UncheckedIOException io) {
            err.println("error: " + reason(io.getCause()));
            return ExitCode.REFUSED;
        }
        err.print(new Fault(failure, arguments).text());
        return ExitCode.FAULT;
    }

    /** The message of the operating system, with the file. */
    private static String reason(IOException e) {
        if (!(e instanceof FileSystemException f)) {
            return words(e);
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
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return Optional.ofNullable(e.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(kind);
    }
}
