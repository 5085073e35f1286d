/**
 * The boards that Systole knows: their FPGAs, resources and clocks, and the connections of their pins.
 *
 * <p>Enters: the data files of {@code constraints/boards}, packed as {@code boards/<id>.json}. Leaves: {@link Board}
 * values. Sees diagnostics only, so that nothing about a network or a plan can leak into a board.
 */
package systole.board;
