/**
 * The streaming style, which has an engine for every operation. All engines work at once, and they are folded so that
 * all take equally long.
 *
 * <p>Enters: operations, a board and the requests of the user. Leaves: a {@link systole.style.streaming.Plan}, made in
 * passes: claim, fold, connect, size the storage, predict. Sees no kind of engine.
 */
package systole.style.streaming;
