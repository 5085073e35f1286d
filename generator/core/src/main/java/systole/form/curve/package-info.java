/**
 * How hardware computes functions from 16 bits to 16 bits.
 *
 * <p>Enters: any such function. Leaves: a form that is equal to it for each of the 65,536 arguments, and cheap.
 */
package systole.form.curve;
