/**
 * Passes over sliding windows: schedule, ring of pixels, cost and timing of the window generator.
 *
 * <p>Enters: the geometry of a window. Leaves: what engines with a window have in common.
 */
package systole.engine.window;
