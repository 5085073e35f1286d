/**
 * A plan as the files of a design.
 *
 * <p>Enters: a plan. Leaves: Verilog, memory images and plan.json. The templates only render. The values that they show
 * are computed here and in the engines.
 */
package systole.style.streaming.emit;
