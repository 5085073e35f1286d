/** The kind {@code history}: the rows of earlier frames in front of those of this one. */
package systole.layer.history;
