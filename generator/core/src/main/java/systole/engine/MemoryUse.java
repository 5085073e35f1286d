package systole.engine;

/**
 * Memories of one size that a unit has.
 *
 * @param what the contents, in words
 * @param count how many there are
 * @param memory one of them
 */
public record MemoryUse(String what, int count, Memory memory) {
    private static final int RAMB18_BITS = 18 * 1024;

    /** The bits that all of them hold together. */
    public long bits() {
        return (long) count * memory.width() * memory.depth();
    }

    /** The halves of a RAMB36 that all of them take together. */
    public int ramb18() {
        return count * memory.ramCost().ramb18();
    }

    /** The bits of block RAM that are taken but hold nothing. */
    public long wasted() {
        return ramb18() == 0 ? 0 : (long) ramb18() * RAMB18_BITS - bits();
    }
}
