package systole.engine.timing;

import java.util.Arrays;
import java.util.List;

/** The simplest actors. */
public final class Actors {
    private Actors() {}

    /** Does nothing: for units without storage. */
    public static Actor none() {
        return cycle -> {};
    }

    /** Joins {@code reads} beats of every input into one, behind a register that is emptied before more is taken. */
    static Actor join(List<Feed> in, Channel out, int reads) {
        int[] have = new int[1];
        return cycle -> {
            if (out.hasRoom() && in.stream().allMatch(Feed::hasBeat)) {
                in.forEach(Feed::take);
                if (++have[0] == reads) {
                    have[0] = 0;
                    out.put();
                }
            }
        };
    }

    /** Of each {@code keep + drop} beats passes the first on, behind a register; the others it takes at once. */
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

    /** Several in a row, the last to read first. */
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

    /** Splits each beat into {@code writes}, all of which leave before the next is taken. */
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
