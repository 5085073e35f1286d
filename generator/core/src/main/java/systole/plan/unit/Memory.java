package systole.plan.unit;

/**
 * A memory and where it is put.
 *
 * @param width bits of a word
 * @param depth words
 * @param block true for block RAM, false for LUTs
 */
public record Memory(int width, int depth, boolean block) {
    /** Bits and words of a RAMB18's other ports. */
    private static final int[][] NARROW_PORTS = {{18, 1 << 10}, {9, 1 << 11}, {4, 1 << 12}, {2, 1 << 13}, {1, 1 << 14}};

    /** LUTs that one RAMB18 is worth: a RAMB18 is taken where it saves at least so many. */
    private static final int LUTS_PER_RAMB18 = 96;

    /** A read-only memory in the kind that costs less. */
    public static Memory rom(int width, int depth) {
        return cheapest(width, depth, lutsOfRom(width, depth));
    }

    /** A memory with a write port and a read port in the kind that costs less. */
    public static Memory ram(int width, int depth) {
        return cheapest(width, depth, lutsOfRam(width, depth));
    }

    private static Memory cheapest(int width, int depth, int luts) {
        return new Memory(width, depth, blockPays(luts, ramb18(width, depth)));
    }

    /** True if block RAM is worth the LUTs that it saves. */
    static boolean blockPays(int luts, int ramb18) {
        return luts >= LUTS_PER_RAMB18 * ramb18;
    }

    /** Halves of a RAMB36, at 36 bits a port and no more. */
    private static int ramb18(int width, int depth) {
        int deep36 = ceilDiv(depth, 1024) * ceilDiv(width, 36) * 2;
        int best = Math.min(deep36, ceilDiv(depth, 512) * ceilDiv(width, 36));
        for (int[] port : NARROW_PORTS) {
            best = Math.min(best, ceilDiv(depth, port[1]) * ceilDiv(width, port[0]));
        }
        return best;
    }

    private static int lutsOfRom(int width, int depth) {
        return depth <= 2 ? 0 : ceilDiv(width * ceilDiv(depth, 32), 2);
    }

    /** Four LUTs hold 6 bits x 32 or 3 bits x 64 words. */
    private static int lutsOfRam(int width, int depth) {
        return depth <= 32 ? 4 * ceilDiv(width, 6) : 4 * ceilDiv(width, 3) * ceilDiv(depth, 64);
    }

    public Cost romCost() {
        return block ? new Cost(0, 0, ramb18(width, depth)) : new Cost(0, lutsOfRom(width, depth), 0);
    }

    public Cost ramCost() {
        return block ? new Cost(0, 0, ramb18(width, depth)) : new Cost(0, lutsOfRam(width, depth), 0);
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }
}
