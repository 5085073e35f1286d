/**
 * Units joined by streams, and the units that only join: forks, FIFOs and width converters.
 *
 * <p>Enters: engines in an order in which each reads only what stands before it. Leaves: a wiring in which every stream has one
 * reader and the lanes that this reader wants.
 */
package systole.style.streaming.wiring;
