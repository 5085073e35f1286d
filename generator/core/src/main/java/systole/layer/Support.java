package systole.layer;

/**
 * One line of what a frontend can read; {@code docs/models.md} has the table of all.
 *
 * @param operation what is computed, in words that frontends share: operators of one operation stand in one row
 * @param operator its name in the frontend's files
 * @param limits what is supported of it; empty if nothing needs to be said
 */
public record Support(String operation, String operator, String limits) {}
