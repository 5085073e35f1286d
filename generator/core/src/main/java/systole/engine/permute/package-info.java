/** The engine {@code permute}: the elements of each block in another order, through a memory. */
package systole.engine.permute;
