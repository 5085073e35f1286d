package systole.frontend.dsl;

import java.util.Set;
import systole.diagnostic.SourceRef;

/** Finds the line of the program that called into this package. */
final class Caller {
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final Set<String> OURS =
            Set.of(Caller.class.getName(), NetworkBuilder.class.getName(), Flow.class.getName());

    private Caller() {}

    /** The nearest caller outside the builder, as file and line. */
    static SourceRef where() {
        return STACK.walk(frames -> frames.filter(f -> !OURS.contains(f.getClassName()))
                        .findFirst()
                        .map(f -> new SourceRef(fileOf(f), Math.max(0, f.getLineNumber()), 0)))
                .orElse(SourceRef.NONE);
    }

    private static String fileOf(StackWalker.StackFrame frame) {
        return frame.getFileName() == null ? frame.getClassName() : frame.getFileName();
    }
}
