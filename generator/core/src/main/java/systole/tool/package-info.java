/**
 * Runs the installed tools on a design folder: Verilator and Icarus simulate and lint it, Yosys synthesizes it.
 *
 * <p>In: a {@link systole.tool.DesignFolder} as written by the emitter, frames of integers. Out: plain result records.
 * Knows nothing of networks, layers or plans. A tool that is not installed is refused, never skipped.
 */
package systole.tool;
