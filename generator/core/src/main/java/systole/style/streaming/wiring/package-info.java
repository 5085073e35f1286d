/**
 * Units that are joined by streams, and the units that only join: forks, FIFOs and width converters.
 *
 * <p>Enters: engines in an order in which each reads only streams that come before it. Leaves: a wiring in which every
 * stream has one reader and the number of lanes that this reader needs.
 */
package systole.style.streaming.wiring;
