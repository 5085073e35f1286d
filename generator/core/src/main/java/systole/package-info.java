/**
 * The library's front door: {@link systole.Systole} takes a network all the way to proven hardware.
 *
 * <p>Enters: model files or networks, what is wanted of the hardware, frames. Leaves: designs, folders, golden outputs, what
 * simulators and synthesis found. Puts the other rooms together and holds no arithmetic of its own; nobody inside uses it.
 */
package systole;
