/**
 * A design folder as every later room reads it.
 *
 * <p>Enters: what a style made. Leaves: files on disk, and the figures that shell, kit, driver, report and tools need. Sees no
 * style.
 */
package systole.design;
