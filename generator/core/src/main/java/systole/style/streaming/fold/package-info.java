/**
 * The choice of every engine's folding.
 *
 * <p>Enters: for each engine the foldings that are left to choose from, and a board. Leaves: one folding of each
 * engine, so that they fit the board together and meet the goal, with the reason why they are not quicker; or a
 * refusal. Of an engine, this package sees the cycles, the cost and the pace.
 */
package systole.style.streaming.fold;
