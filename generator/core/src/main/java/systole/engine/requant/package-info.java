/**
 * Requantizers behind an engine's sums: cost, parameters and their memories.
 *
 * <p>Enters: what is wanted of every sum. Leaves: a proved form of it with its views for the templates.
 */
package systole.engine.requant;
