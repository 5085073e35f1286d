/**
 * The forms in which hardware computes functions from 16 bits to 16 bits.
 *
 * <p>Enters: any such function. Leaves: the cheapest form that is equal to it for each of the 65,536 arguments.
 */
package systole.form.curve;
