/** The kind {@code resize_nearest}, which repeats every position. */
package systole.layer.resize;
