package systole.engine.array;

import java.util.Comparator;
import systole.engine.Memory;
import systole.engine.Storage;
import systole.target.chip.MemoryBlock;
import systole.target.chip.MemoryPlace;
import systole.target.resource.ResourceVector;

/**
 * The memory for the weights of a column. In LUTs, each row reads for itself, a cycle after the row before. Block RAM
 * is cut into tiles of several rows. The rows of a tile are read together, and the later ones wait in shift registers.
 *
 * @param rows of the array
 * @param width bits of a row's word
 * @param depth words
 * @param home the kind of hardware that holds it
 * @param tile rows that are read together; all rows in LUTs
 */
public record WeightMemory(int rows, int width, int depth, MemoryBlock home, int tile) {
    private static final int BLOCK_WIDTH = 72;
    private static final Comparator<ResourceVector> CHEAPER =
            Comparator.comparingInt(ResourceVector::ramb18).thenComparingInt(ResourceVector::lut);

    /** The memory in block RAM if this is worth it, otherwise in LUTs. */
    static WeightMemory of(int rows, int width, int depth, Storage storage) {
        WeightMemory luts = new WeightMemory(rows, width, depth, MemoryBlock.LUTS, rows);
        WeightMemory blocks = new WeightMemory(rows, width, depth, storage.half(), 1);
        ResourceVector least = blocks.cost();
        for (int tile = 2; tile <= rows && tile * width <= BLOCK_WIDTH; tile++) {
            WeightMemory other = new WeightMemory(rows, width, depth, storage.half(), tile);
            ResourceVector cost = other.cost();
            if (CHEAPER.compare(cost, least) <= 0) {
                blocks = other;
                least = cost;
            }
        }
        return storage.blockPays(luts.cost(), least) ? blocks : luts;
    }

    /** The place of the memory. */
    public MemoryPlace place() {
        return home.place();
    }

    /** The number of memories in a column. */
    public int tiles() {
        return (rows + tile - 1) / tile;
    }

    /** Rows of a tile; the last may have fewer. */
    public int rowsOf(int index) {
        return Math.min(tile, rows - index * tile);
    }

    /** A memory of so many rows. */
    Memory memory(int together) {
        return new Memory(width * together, depth, home);
    }

    ResourceVector cost() {
        if (place() == MemoryPlace.LUT) {
            return memory(rows).romCost();
        }
        ResourceVector sum = ResourceVector.NONE;
        for (int tile = 0; tile < tiles(); tile++) {
            sum = sum.plus(memory(rowsOf(tile)).romCost()).plus(ResourceVector.luts(waiting(tile)));
        }
        return sum;
    }

    /** Rows from the fourth on wait in shift registers, and so do addresses of tiles that start there. */
    private int waiting(int index) {
        int addresses = index * tile < 3 ? 0 : Memory.addressBits(depth);
        return width * Math.max(0, rowsOf(index) - 3) + addresses;
    }
}
