/**
 * Functions of 16 bits in the hardware of an engine: cost, and the values that the templates need.
 *
 * <p>Enters: a form that is proved equal to the function. Leaves: its instance at a place in a module, with the files of
 * its memories.
 */
package systole.engine.function;
