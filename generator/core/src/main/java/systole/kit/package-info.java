/**
 * The files that bring a design onto a board: the top with the pins, constraints, scripts for Vivado and for open
 * tools, and a page for the person at the board.
 *
 * <p>Enters: a plan, the files of its hardware and shell, the board's data. Leaves: the files that join these in the
 * design's folder, or a refusal if the board is too small for design and shell. Each {@link systole.kit.KitPart} makes
 * some of them and knows no other. Sees no layers.
 */
package systole.kit;
