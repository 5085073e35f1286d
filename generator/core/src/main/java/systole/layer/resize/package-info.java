/** The kind {@code resize_nearest}: every position several times. */
package systole.layer.resize;
