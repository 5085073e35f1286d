/**
 * The files of a design.
 *
 * <p>Enters: a plan. Leaves: Verilog, memory contents, the testbench's constants and {@code plan.json}, the same bytes
 * for the same plan. View records hold every number that a template shows; the templates compute nothing. Sees neither
 * the network's layers nor the golden model.
 */
package systole.emit;
