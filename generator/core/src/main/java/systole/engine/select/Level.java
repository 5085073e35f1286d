package systole.engine.select;

import java.util.ArrayList;
import java.util.List;
import systole.network.Span;

/**
 * A dimension of a frame, of which some positions are kept.
 *
 * @param size the number of all positions
 * @param kept the positions that are kept
 */
record Level(int size, Span kept) {
    private boolean keepsAll() {
        return kept.isAll(size);
    }

    /**
     * The same selection with as few levels as possible, the innermost first. Whatever is inside a position that is kept as a
     * whole needs no level of its own, and neither does an outermost one of which everything is kept.
     *
     * @param levels the innermost first
     */
    static List<Level> merged(List<Level> levels) {
        List<Level> merged = new ArrayList<>();
        for (Level level : levels) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).keepsAll() && level.kept.step() == 1) {
                int inside = merged.get(last).size;
                Span kept = new Span(level.kept.first() * inside, level.kept.count() * inside, 1);
                merged.set(last, new Level(level.size * inside, kept));
            } else {
                merged.add(level);
            }
        }
        while (!merged.isEmpty() && merged.get(merged.size() - 1).keepsAll()) {
            merged.remove(merged.size() - 1);
        }
        return merged;
    }

    /** Whether each beat of a round is kept, where a round is a position of the level outside of these. */
    static boolean[] pattern(List<Level> levels) {
        int beats = levels.stream().mapToInt(Level::size).reduce(1, Math::multiplyExact);
        boolean[] pattern = new boolean[beats];
        for (int i = 0; i < beats; i++) {
            int rest = i;
            pattern[i] = true;
            for (Level level : levels) {
                pattern[i] &= level.kept.holds(rest % level.size);
                rest /= level.size;
            }
        }
        return pattern;
    }
}
