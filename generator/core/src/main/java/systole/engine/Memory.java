package systole.engine;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A memory and the kind of hardware that holds it.
 *
 * @param width bits of a word
 * @param depth words
 * @param block true for block RAM, false for LUTs
 */
public record Memory(int width, int depth, boolean block) {
    /** The usual worth of a RAMB18: block RAM is used if each RAMB18 saves at least this many LUTs. */
    public static final int WORTH = 96;

    /** A read-only memory in the kind of hardware that costs less. */
    public static Memory rom(int width, int depth) {
        return rom(width, depth, WORTH);
    }

    /** A read-only memory, in block RAM if each RAMB18 saves at least {@code worth} LUTs. */
    public static Memory rom(int width, int depth, int worth) {
        return cheapest(width, depth, lutsOfRom(width, depth), worth);
    }

    /** A memory with a write port and a read port, in the kind of hardware that costs less. */
    public static Memory ram(int width, int depth) {
        return ram(width, depth, WORTH);
    }

    /** A memory with a write port and a read port, in block RAM if each RAMB18 saves at least {@code worth} LUTs. */
    public static Memory ram(int width, int depth, int worth) {
        return cheapest(width, depth, lutsOfRam(width, depth), worth);
    }

    private static Memory cheapest(int width, int depth, int luts, int worth) {
        Cost blocks = Blocks.of(width, depth).cost(width);
        return new Memory(width, depth, blockPays(luts - blocks.lut(), blocks.ramb18(), worth));
    }

    /** True if block RAM is worth the LUTs that it saves. */
    public static boolean blockPays(int luts, int ramb18, int worth) {
        return luts >= worth * ramb18;
    }

    /**
     * The widths of a RAMB18 in bits, by the width of its address from 9 up. At 36 bits, it has only one port for each
     * direction.
     */
    private static final int[] WIDTHS = {36, 18, 9, 4, 2, 1};

    private static final int LEAST_ADDRESS = 9;
    private static final int LUT_WORDS = 64;
    private static final int ALIKE = 8;

    /**
     * A division into blocks, one above the other, that takes the fewest halves of a RAMB36.
     *
     * @param high blocks one above the other
     * @param halves halves of a RAMB36
     */
    private record Blocks(int high, int halves) {
        static Blocks of(int width, int depth) {
            return IntStream.range(0, WIDTHS.length)
                    .mapToObj(i -> {
                        int high = Divisors.ceilDiv(depth, 1 << (LEAST_ADDRESS + i));
                        return new Blocks(high, high * Divisors.ceilDiv(width, WIDTHS[i]));
                    })
                    .min(Comparator.comparingInt(Blocks::halves).thenComparingInt(Blocks::high))
                    .orElseThrow();
        }

        /** The cost of selecting among the blocks: each LUT of a bit adds three blocks. */
        Cost cost(int width) {
            return new Cost(0, width * Divisors.ceilDiv(high - 1, 3), halves);
        }
    }

    /**
     * A LUT holds 64 words of a bit, and selecting among up to four LUTs is free. Yosys rounds their number up to a
     * power of two. With few words, some bits are alike and share a LUT.
     */
    private static int lutsOfRom(int width, int depth) {
        if (depth <= ALIKE) {
            return depth <= 2 ? 0 : Divisors.ceilDiv(width, 2);
        }
        return width * (depth <= LUT_WORDS ? 1 : 2 * Integer.highestOneBit((depth - 1) / LUT_WORDS));
    }

    /** Four LUTs hold 6 bits x 32 or 3 bits x 64 words. */
    private static int lutsOfRam(int width, int depth) {
        return depth <= 32
                ? 4 * Divisors.ceilDiv(width, 6)
                : 4 * Divisors.ceilDiv(width, 3) * Divisors.ceilDiv(depth, 64);
    }

    /** The place of the memory, in the word that {@code plan.json} uses. */
    public String place() {
        return block ? "block" : "lut";
    }

    public Cost romCost() {
        return block ? Blocks.of(width, depth).cost(width) : new Cost(0, lutsOfRom(width, depth), 0);
    }

    public Cost ramCost() {
        return block ? Blocks.of(width, depth).cost(width) : new Cost(0, lutsOfRam(width, depth), 0);
    }
}
