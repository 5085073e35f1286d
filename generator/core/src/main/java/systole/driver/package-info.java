/**
 * Software for a design: C for bare metal and Linux, Python for PYNQ, the registers' reference.
 *
 * <p>Enters: a plan, its network, and what the shell around the core says of itself. Leaves: files, the same bytes for the
 * same input. Sees neither the layers nor the golden model.
 */
package systole.driver;
