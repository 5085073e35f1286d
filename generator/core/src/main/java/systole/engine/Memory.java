package systole.engine;

import systole.target.chip.MemoryBlock;
import systole.target.chip.MemoryPlace;
import systole.target.chip.MemoryShape;
import systole.target.resource.ResourceVector;

/**
 * A memory and the kind of hardware that holds it.
 *
 * @param width bits of a word
 * @param depth words
 * @param home the kind of hardware
 */
public record Memory(int width, int depth, MemoryBlock home) {
    private static final int LUT_WORDS = 64;
    private static final int ALIKE = 8;

    /** The width of an address for this number of words. */
    public static int addressBits(int words) {
        return words <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(words - 1);
    }

    /** A memory in LUTs. */
    public static Memory inLuts(int width, int depth) {
        return new Memory(width, depth, MemoryBlock.LUTS);
    }

    /** The place of the memory. */
    public MemoryPlace place() {
        return home.place();
    }

    /** The value of the parameter {@code BLOCK} of the library's modules. */
    public int parameter() {
        return place().parameter();
    }

    /** True if the memory is not in LUTs, but in blocks of which a chip has a certain number. */
    public boolean inBlocks() {
        return place() != MemoryPlace.LUT;
    }

    /** What it takes as a read-only memory. */
    public ResourceVector romCost() {
        return inBlocks() ? blocks() : ResourceVector.luts(lutsOfRom());
    }

    /** What it takes as a memory with a write port and a read port. */
    public ResourceVector ramCost() {
        return inBlocks() ? blocks() : ResourceVector.luts(lutsOfRam());
    }

    /** The blocks, so that they are as few as possible, and the LUTs that select among those one above the other. */
    private ResourceVector blocks() {
        MemoryShape best = home.shapes().get(0);
        for (MemoryShape shape : home.shapes()) { // no stream, as the planner asks very often
            int more = blocks(shape) - blocks(best);
            if (more < 0 || (more == 0 && high(shape) < high(best))) {
                best = shape;
            }
        }
        return ResourceVector.of(home.counted(), home.takes() * blocks(best))
                .plus(ResourceVector.luts(width * Divisors.ceilDiv(high(best) - 1, 3)));
    }

    private int blocks(MemoryShape shape) {
        return high(shape) * Divisors.ceilDiv(width, shape.width());
    }

    /** The blocks one above the other. */
    private int high(MemoryShape shape) {
        return Divisors.ceilDiv(depth, shape.depth());
    }

    /**
     * A LUT holds 64 words of a bit, and selecting among up to four LUTs is free. Yosys rounds their number up to a
     * power of two. With few words, some bits are alike and share a LUT.
     */
    private int lutsOfRom() {
        if (depth <= ALIKE) {
            return depth <= 2 ? 0 : Divisors.ceilDiv(width, 2);
        }
        return width * (depth <= LUT_WORDS ? 1 : 2 * Integer.highestOneBit((depth - 1) / LUT_WORDS));
    }

    /** Four LUTs hold 6 bits x 32 or 3 bits x 64 words. */
    private int lutsOfRam() {
        return depth <= 32
                ? 4 * Divisors.ceilDiv(width, 6)
                : 4 * Divisors.ceilDiv(width, 3) * Divisors.ceilDiv(depth, 64);
    }
}
