/**
 * Frames: what a network is tried with, and what comes out of it.
 *
 * <p>Enters: arrays in NumPy's files, arranged as the author of a model has them. Leaves: frames in the order in which they
 * stream, differences between two lists of them, or a refusal that names the file. Sees neither golden model nor hardware.
 */
package systole.frames;
