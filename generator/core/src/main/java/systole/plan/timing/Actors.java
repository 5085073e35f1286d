package systole.plan.timing;

import java.util.List;

/** The simplest actors. */
final class Actors {
    private Actors() {}

    /** Does nothing: for units without storage. */
    static Actor none() {
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
