/**
 * The library: {@link systole.Systole} takes a network all the way to proven hardware.
 *
 * <p>Enters: model files or networks, wishes for the hardware, frames. Leaves: designs, their folders, golden outputs, and
 * the results of simulators and synthesis. This package puts the other packages together and computes nothing by itself. No
 * other package of the library uses it.
 */
package systole;
