/**
 * A design as all later packages read it.
 *
 * <p>Enters: the files and figures that a style made. Leaves: files on disk, and the figures that the shell, the kit,
 * the driver, the report and the tools need. Sees no style.
 */
package systole.design;
