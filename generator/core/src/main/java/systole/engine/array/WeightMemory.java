package systole.engine.array;

import java.util.Comparator;
import java.util.stream.IntStream;
import systole.engine.Cost;
import systole.engine.Memory;

/**
 * The memory for the weights of a column. In LUTs, each row reads for itself, a cycle after the row before. Block RAM
 * is cut into tiles of several rows. The rows of a tile are read together, and the later ones wait in shift registers.
 *
 * @param rows of the array
 * @param width bits of a row's word
 * @param depth words
 * @param block true for block RAM
 * @param tile rows that are read together; all rows in LUTs
 */
public record WeightMemory(int rows, int width, int depth, boolean block, int tile) {
    private static final int BLOCK_WIDTH = 72;

    /** The memory in block RAM if each RAMB18 saves at least {@code worth} LUTs, otherwise in LUTs. */
    static WeightMemory of(int rows, int width, int depth, int worth) {
        WeightMemory luts = new WeightMemory(rows, width, depth, false, rows);
        WeightMemory blocks = IntStream.rangeClosed(1, rows)
                .filter(tile -> tile == 1 || tile * width <= BLOCK_WIDTH)
                .mapToObj(tile -> new WeightMemory(rows, width, depth, true, tile))
                .min(Comparator.comparingInt((WeightMemory m) -> m.cost().ramb18())
                        .thenComparingInt(m -> m.cost().lut())
                        .thenComparingInt(m -> -m.tile()))
                .orElseThrow();
        return Memory.blockPays(
                        luts.cost().lut() - blocks.cost().lut(), blocks.cost().ramb18(), worth)
                ? blocks
                : luts;
    }

    /** The number of memories in a column. */
    public int tiles() {
        return (rows + tile - 1) / tile;
    }

    /** Rows of a tile; the last may have fewer. */
    public int rowsOf(int index) {
        return Math.min(tile, rows - index * tile);
    }

    Cost cost() {
        if (!block) {
            return new Memory(width * rows, depth, false).romCost();
        }
        // Rows from the fourth on wait in shift registers, and so do addresses of tiles that start there.
        return IntStream.range(0, tiles())
                .mapToObj(t -> new Memory(width * rowsOf(t), depth, true)
                        .romCost()
                        .plus(new Cost(
                                0, width * Math.max(0, rowsOf(t) - 3) + (t * tile < 3 ? 0 : Cost.bits(depth)), 0)))
                .reduce(Cost.NONE, Cost::plus);
    }
}
