/**
 * The timing of a plan, stepped cycle by cycle without data.
 *
 * <p>Enters: wired units. Leaves: interval and latency, and how much each ring and FIFO held. One actor a unit, with the
 * handshakes, passes, rings and credits of its module in {@code templates}: what changes there changes here.
 */
package systole.plan.timing;
