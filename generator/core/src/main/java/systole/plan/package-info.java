/**
 * The hardware plan of a network, made in passes over a {@link systole.plan.Wiring}: lower, fold, connect, size the
 * storage, predict.
 *
 * <p>Enters: a validated network, a board, the foldings asked for. Leaves: a {@link systole.plan.Plan}, a plain value
 * that emission and reports render. Sees neither the golden model nor the kinds of layers, which bring their own {@link
 * systole.plan.Lowering}.
 */
package systole.plan;
