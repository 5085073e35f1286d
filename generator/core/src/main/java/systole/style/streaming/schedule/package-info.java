/**
 * The schedule of a wiring, stepped cycle by cycle without data.
 *
 * <p>Enters: wired units. Leaves: interval and latency, and how much each ring and FIFO held.
 */
package systole.style.streaming.schedule;
