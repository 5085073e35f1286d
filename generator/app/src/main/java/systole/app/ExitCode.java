package systole.app;

/** The exit codes of the process. */
final class ExitCode {
    static final int OK = 0;
    /** The input was refused, or the design gave wrong results. */
    static final int REFUSED = 1;
    /** The arguments are not understood. */
    static final int USAGE = 2;
    /** A simulator or a synthesizer failed, or a board does not answer. */
    static final int TOOL = 3;
    /** The exit code for a fault of Systole itself. */
    static final int FAULT = 4;

    private ExitCode() {}
}
