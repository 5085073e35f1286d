package systole.plan;

import systole.diagnostic.SourceRef;
import systole.network.Fold;

/**
 * A folding that was asked for.
 *
 * @param fold the folding
 * @param where it was asked for, so that a refusal points there
 */
public record FoldRequest(Fold fold, SourceRef where) {}
