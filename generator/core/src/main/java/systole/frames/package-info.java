/**
 * Frames that a network is tested with, and frames that come out of it.
 *
 * <p>Enters: arrays in NumPy's files, arranged as in the model. Leaves: frames in the order of the stream, the differences
 * between two lists of frames, or a refusal that names the file. May see neither the golden model nor hardware.
 */
package systole.frames;
