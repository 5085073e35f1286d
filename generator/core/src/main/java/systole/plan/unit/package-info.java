/**
 * The pieces of hardware that plans are made of, with their streams, foldings, cycles and costs.
 *
 * <p>Enters: the integers of one layer. Leaves: values with every number that emission needs. The units are sealed in
 * this package and visited by {@link systole.plan.unit.UnitVisitor}, so that a new one fails to compile wherever work
 * is due. A unit knows neither the units around it nor the board.
 */
package systole.plan.unit;
