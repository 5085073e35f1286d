/** The kind {@code reverse}: a sequence from its end to its start. */
package systole.layer.reverse;
