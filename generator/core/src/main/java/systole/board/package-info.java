/**
 * The boards Systole knows: which FPGA, how much of everything, at which clock, and what its pins are wired to.
 *
 * <p>Enters: the data files of {@code constraints/boards}, packed as {@code boards/<id>.json}. Leaves: {@link Board}
 * values. Sees diagnostics only, so that nothing about a network or a plan can leak into a board.
 */
package systole.board;
