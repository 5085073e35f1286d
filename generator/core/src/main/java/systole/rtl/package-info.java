/**
 * Verilog as text: names, generated files, memory images, literals, instances, and the templates that render them.
 *
 * <p>Enters: numbers and names. Leaves: text, which is always the same for the same numbers. Sees no engine and no
 * style.
 */
package systole.rtl;
