/**
 * Software for a design: C for bare metal and Linux, Python for PYNQ, the registers' reference.
 *
 * <p>Enters: a plan, its network, and the description of the shell around the core. Leaves: files, which have the same
 * bytes for the same input. Sees neither the layers nor the golden model.
 */
package systole.driver;
