/**
 * A plan as the files of a design.
 *
 * <p>Enters: a plan. Leaves: Verilog, memory images and plan.json. The templates only render; what they show is worked out here
 * and in the engines.
 */
package systole.style.streaming.emit;
