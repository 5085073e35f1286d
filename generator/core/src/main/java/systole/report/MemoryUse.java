package systole.report;

import systole.plan.unit.Memory;

/**
 * Memories of one size that a unit has.
 *
 * @param what they hold
 * @param count how many there are
 * @param memory one of them
 */
record MemoryUse(String what, int count, Memory memory) {
    long bits() {
        return (long) count * memory.width() * memory.depth();
    }

    /** Halves of a RAMB36 of all. */
    int ramb18() {
        return memory.block() ? count * memory.ramCost().ramb18() : 0;
    }

    String place() {
        return memory.block() ? "block" : "LUT";
    }

    /** In a few words, for the table of units. */
    String brief() {
        return what + " " + (count == 1 ? "" : Figures.count(count) + " × ") + Figures.count(memory.depth()) + " × "
                + memory.width() + " bit (" + place() + ")";
    }
}
