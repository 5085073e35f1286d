package systole.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import systole.diagnostic.Visible;

/**
 * The output of the program.
 *
 * @param out the stream of results
 * @param err the stream of progress and problems; characters that a terminal would not show are escaped
 * @param interactive whether a person is watching, so that lines may be overwritten
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
    Terminal {
        err = new PrintWriter(new VisibleWriter(err));
    }

    /** The process's own streams, in UTF-8. */
    static Terminal standard() {
        return new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err), attended());
    }

    /** Whether standard error is a terminal. If the system cannot tell, the answer is no. */
    private static boolean attended() {
        try {
            Path err = Path.of("/dev/stderr").toRealPath();
            return err.startsWith("/dev/pts") || err.toString().startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    /** A line of results. */
    void line(String format, Object... values) {
        text(Text.format(format, values) + "\n");
    }

    /** Prints results of several lines. */
    void text(String text) {
        out.print(Visible.text(text));
        out.flush();
    }

    /** Prints a line about the progress. */
    void note(String format, Object... values) {
        err.print(Text.format(format, values) + "\n");
        err.flush();
    }

    /** A progress bar for interactive terminals, which disappears when it is closed. */
    static ProgressBar bar(String task, long steps) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .clearDisplayOnFinish()
                .build();
    }

    /** Whether results were lost, because standard output cannot be written. */
    boolean broken() {
        return out.checkError();
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
