/**
 * Engines, which are the hardware that computes operations.
 *
 * <p>Enters: operations. Leaves: engines in all their foldings, with streams, cycles, cost, timing and Verilog. The
 * code that joins engines uses the methods of {@link systole.engine.Unit} and {@link systole.engine.Engine}, and only
 * the catalog names a kind. Each package below holds one kind, or parts that several kinds are built of: {@code array},
 * {@code window}, {@code requant}, {@code function} and {@code timing}.
 */
package systole.engine;
