package systole.style.streaming.fold;

import java.util.Arrays;

/**
 * The least of a resource for all amounts of some other resources within limits.
 *
 * @param from the least amount of each of the other resources
 * @param sizes the numbers of their amounts
 * @param least a cell for each combination of amounts, those of the last resource side by side
 */
record Block(int[] from, int[] sizes, int[] least) {
    /** A block with the same number in all cells. It has none if some limits leave no amounts. */
    static Block of(int[] from, int[] to, int value) {
        int[] sizes = new int[from.length];
        int cells = 1;
        for (int k = 0; k < from.length; k++) {
            sizes[k] = Math.max(0, to[k] - from[k] + 1);
            cells = Math.multiplyExact(cells, sizes[k]);
        }
        int[] least = new int[cells];
        Arrays.fill(least, value);
        return new Block(from, sizes, least);
    }

    /** The amounts without some others. */
    static int[] less(int[] amounts, int[] others) {
        int[] rest = amounts.clone();
        for (int k = 0; k < rest.length; k++) {
            rest[k] -= others[k];
        }
        return rest;
    }

    /** The amounts of a cell. */
    int[] amounts(int cell) {
        int[] amounts = new int[sizes.length];
        int rest = cell;
        for (int k = sizes.length - 1; k >= 0; k--) {
            amounts[k] = from[k] + rest % sizes[k];
            rest /= sizes[k];
        }
        return amounts;
    }

    /** The number for some amounts; {@link ExactSearch#NONE} outside of the limits. */
    int at(int[] amounts) {
        int cell = 0;
        for (int k = 0; k < sizes.length; k++) {
            int place = amounts[k] - from[k];
            if (place < 0 || place >= sizes[k]) {
                return ExactSearch.NONE;
            }
            cell = cell * sizes[k] + place;
        }
        return least[cell];
    }

    /** Adds an option to all cells of another block, and keeps the least sum of each cell. */
    void add(Block before, int[] amounts, int more) {
        add(0, 0, 0, before, amounts, more);
    }

    private void add(int k, int cell, int cellBefore, Block before, int[] amounts, int more) {
        int shift = before.from[k] + amounts[k] - from[k];
        int start = Math.max(0, shift);
        int end = Math.min(sizes[k], before.sizes[k] + shift);
        int now = cell * sizes[k];
        int then = cellBefore * before.sizes[k] - shift;
        if (k == sizes.length - 1) {
            lower(now + start, now + end, before.least, then - now, more);
            return;
        }
        for (int i = start; i < end; i++) {
            add(k + 1, now + i, then + i, before, amounts, more);
        }
    }

    /** A loop of its own, so that it becomes vector instructions. */
    private void lower(int start, int end, int[] others, int distance, int more) {
        int[] own = least;
        for (int i = start; i < end; i++) {
            own[i] = Math.min(own[i], others[i + distance] + more);
        }
    }
}
