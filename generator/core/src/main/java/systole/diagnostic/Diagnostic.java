package systole.diagnostic;

/**
 * One problem with its place, a description, and advice.
 *
 * @param where position, {@link SourceRef#NONE} if there is none
 * @param message what is wrong, one sentence without a full stop
 * @param hint advice, empty if there is none
 */
public record Diagnostic(SourceRef where, String message, String hint) {}
