/**
 * The choice of every engine's folding.
 *
 * <p>Enters: for each engine the foldings that are left to choose from, and a board. Leaves: one of each, which together fit the
 * board and meet the goal, with what keeps them from being quicker; or a refusal. Sees of an engine its cycles, its cost and
 * its progress.
 */
package systole.style.streaming.fold;
