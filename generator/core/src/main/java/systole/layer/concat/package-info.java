/** The kind {@code concat}: tensors one after the other along an axis. */
package systole.layer.concat;
