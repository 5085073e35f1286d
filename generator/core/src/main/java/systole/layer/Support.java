package systole.layer;

/**
 * An operator that a frontend can read. {@code docs/models.md} has the table of all.
 *
 * @param operation the operation in words that all frontends share, so that the same operations stand in one row
 * @param operator its name in the frontend's files
 * @param limits the supported part of it; empty if nothing needs to be said
 */
public record Support(String operation, String operator, String limits) {}
