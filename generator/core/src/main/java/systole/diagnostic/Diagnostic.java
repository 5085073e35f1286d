package systole.diagnostic;

/**
 * One problem: where it is, what is wrong, and what to do about it.
 *
 * @param where position, {@link SourceRef#NONE} if there is none
 * @param message what is wrong, one sentence without a full stop
 * @param hint what to do instead, empty if nothing is known
 */
public record Diagnostic(SourceRef where, String message, String hint) {}
