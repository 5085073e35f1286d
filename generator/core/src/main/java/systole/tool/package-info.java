/**
 * Runs the installed tools on a design folder: Verilator and Icarus simulate and lint it, Yosys synthesizes it.
 *
 * <p>Enters: a {@link systole.tool.DesignFolder} as the emitter writes it, and frames of integers. Leaves: plain result
 * records. Knows nothing of networks, layers or plans. A tool that is not installed is refused, never skipped.
 */
package systole.tool;
