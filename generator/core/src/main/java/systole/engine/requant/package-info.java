/**
 * Requantizers behind the sums of an engine: cost, parameters and the memories of the parameters.
 *
 * <p>Enters: the element that each sum should become. Leaves: a form that is proved equal to it, with its views for the
 * templates.
 */
package systole.engine.requant;
