package systole.engine.timing;

import java.util.Arrays;
import java.util.List;

/** The actors of the simplest units. */
public final class Actors {
    private Actors() {}

    /** Does nothing: for units without storage. */
    public static Actor none() {
        return cycle -> {};
    }

    /**
     * Joins {@code reads} beats of every input into one beat, which waits in a register. The next beats are taken only
     * when the register is empty.
     */
    static Actor join(List<Feed> in, Channel out, int reads) {
        Feed all = Feeds.together(in);
        int[] have = new int[1];
        return cycle -> {
            if (out.hasRoom() && all.hasBeat()) {
                all.take();
                if (++have[0] == reads) {
                    have[0] = 0;
                    out.put();
                }
            }
        };
    }

    /**
     * Passes on the first {@code keep} of each {@code keep + drop} beats through a register. The others are taken as
     * they come and dropped.
     */
    static Actor trim(Feed in, Channel out, int keep, int drop) {
        int[] at = new int[1];
        return cycle -> {
            if (in.hasBeat() && (at[0] >= keep || out.hasRoom())) {
                in.take();
                if (at[0] < keep) {
                    out.put();
                }
                at[0] = (at[0] + 1) % (keep + drop);
            }
        };
    }

    /**
     * Puts out {@code past} beats of its own and then passes on {@code beats} beats, all through a register. The first
     * of its own leaves when the first of the others is there.
     */
    static Actor history(Feed in, Channel out, int past, int beats) {
        int[] at = new int[1];
        return cycle -> {
            boolean own = at[0] < past;
            if (out.hasRoom() && ((own && at[0] > 0) || in.hasBeat())) {
                if (!own) {
                    in.take();
                }
                out.put();
                at[0] = (at[0] + 1) % (past + beats);
            }
        };
    }

    /** Several actors in a row. The last of them steps first, because readers step before writers. */
    static Actor row(Actor... actors) {
        return new Actor() {
            @Override
            public void step(long cycle) {
                for (Actor actor : actors) {
                    actor.step(cycle);
                }
            }

            @Override
            public int peak() {
                return Arrays.stream(actors).mapToInt(Actor::peak).max().orElse(0);
            }
        };
    }

    /** Splits each beat into {@code writes} beats, all of which leave before the next one is taken. */
    static Actor split(Feed in, Channel out, int writes) {
        return cycle -> {
            if (in.hasBeat() && out.isEmpty()) {
                in.take();
                for (int i = 0; i < writes; i++) {
                    out.put();
                }
            }
        };
    }
}
