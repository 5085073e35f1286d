/**
 * Folders that Systole writes, on disk.
 *
 * <p>Enters: files to write, and a folder that may hold anything. Leaves: a folder with all of these files, or a refusal and
 * the folder as it was. Removes and replaces nothing but what Systole wrote there and nobody has edited since. Sees no
 * hardware.
 */
package systole.folder;
