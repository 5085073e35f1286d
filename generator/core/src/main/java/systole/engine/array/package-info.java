/**
 * The systolic array: columns, ways to multiply, weight memories, cost, and the view for the templates.
 *
 * <p>Enters: types, folding and weights. Leaves: the parts that all engines with an array share. A way to multiply is a
 * class and a line in {@link systole.engine.array.Multipliers}.
 */
package systole.engine.array;
