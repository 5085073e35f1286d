/**
 * Passes over sliding windows: the schedule, the ring of pixels, and the cost and timing of the window generator.
 *
 * <p>Enters: the geometry of a window. Leaves: the parts that all engines with a window share.
 */
package systole.engine.window;
