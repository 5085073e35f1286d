/**
 * The bus shell, which connects a core to a processor or to a serial line: its registers and messages for software, and
 * its hardware.
 *
 * <p>Enters: a {@link systole.shell.ShellSpec}, made from a plan. Leaves: the register map, from which hardware, drivers
 * and documents are made; the protocol of the serial line; the Verilog of the shell and of the wrapper that joins it to
 * the core. The shell's own Verilog comes from a {@link systole.shell.ShellElaborator}, which is found at run time.
 */
package systole.shell;
