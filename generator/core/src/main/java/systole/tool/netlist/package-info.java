/**
 * What a synthesized netlist of 7-series and UltraScale+ primitives tells: what its cells cost, how far signals fan out, how
 * many LUTs lie between registers, and how long its paths take.
 *
 * <p>Enters: the flat netlist that Yosys writes. Leaves: figures by unit. Knows nothing of designs.
 */
package systole.tool.netlist;
