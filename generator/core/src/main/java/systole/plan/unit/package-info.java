/**
 * The pieces of hardware that plans are made of: what each computes, its streams, foldings, cycles and cost.
 *
 * <p>Enters: the integers of one layer. Leaves: values with every number that emission needs. The units are sealed in
 * this package and visited by {@link systole.plan.unit.UnitVisitor}, so that a new one fails to compile wherever work is
 * due. They do not know the units around them, nor the board.
 */
package systole.plan.unit;
