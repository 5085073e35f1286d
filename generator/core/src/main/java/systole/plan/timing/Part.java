package systole.plan.timing;

import java.util.List;

/**
 * A unit in the timing model.
 *
 * @param outputs its streams, as their readers see them
 * @param actor steps it by a cycle
 */
record Part(List<Feed> outputs, Actor actor) {
    /** A unit whose single output comes from registers. */
    static Part of(Channel output, Actor actor) {
        return new Part(List.of(output), actor);
    }

    /** A unit without storage. */
    static Part wire(List<Feed> outputs) {
        return new Part(outputs, Actors.none());
    }
}
