/**
 * The timing of a plan, stepped cycle by cycle without data.
 *
 * <p>Enters: wired units. Leaves: interval and latency, and how much each ring and FIFO held. Each unit has one actor
 * with the handshakes, passes, rings and credits of its Verilog module. A change of the module's timing must be made
 * here as well.
 */
package systole.plan.timing;
