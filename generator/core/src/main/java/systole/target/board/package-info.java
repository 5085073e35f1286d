/**
 * The boards Systole knows, and those that users describe: which chip, at which clock, and what its pins are wired to.
 *
 * <p>Enters: the data files of {@code constraints/boards}, packed as {@code boards/<id>.json}, files of the same form, or
 * the name of a part with its resources. Leaves: {@link Board} values. Sees chips and diagnostics only, so that nothing
 * about a network or a plan can leak into a board.
 */
package systole.target.board;
