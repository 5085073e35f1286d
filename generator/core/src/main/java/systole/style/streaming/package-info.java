/**
 * The streaming style: an engine for every operation, all at work at once, folded so that all take equally long.
 *
 * <p>Enters: operations, a board, what is asked for. Leaves: a {@link systole.style.streaming.Plan}, made in passes: claim, fold,
 * connect, size the storage, predict. Sees no kind of engine.
 */
package systole.style.streaming;
