/**
 * What an engine is: the hardware that computes an operation.
 *
 * <p>Enters: operations. Leaves: engines in all their foldings, with streams, cycles, cost, timing and Verilog. Whoever joins
 * engines asks them by the methods of {@link systole.engine.Unit} and {@link systole.engine.Engine}; only the catalog names
 * a kind. The packages below hold one kind each, or parts that several kinds are built of: {@code array}, {@code window},
 * {@code requant} and {@code timing}.
 */
package systole.engine;
