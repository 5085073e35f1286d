/**
 * The parts of the timing models of engines, stepped cycle by cycle without data.
 *
 * <p>Enters: streams as their readers see them. Leaves: actors with the handshakes and storage of the Verilog modules
 * in the library. A change of a module's timing must be made here as well.
 */
package systole.engine.timing;
