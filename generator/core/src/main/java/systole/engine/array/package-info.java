/**
 * The systolic array: columns, ways to multiply, weight memories, cost, and its view for the templates.
 *
 * <p>Enters: types, folding and weights. Leaves: what engines with an array have in common. A way to multiply is a class and a
 * line in {@link systole.engine.array.Multipliers}.
 */
package systole.engine.array;
