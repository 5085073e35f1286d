package systole.engine;

import java.util.ArrayList;
import java.util.List;
import systole.target.chip.HardBlocks;
import systole.target.chip.MemoryBlock;
import systole.target.chip.MemoryPlace;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/**
 * Says in which kinds of hardware an engine has its memories. Which ones are best depends on what else a design needs of
 * a chip, so that an engine can be built with each of them.
 *
 * @param ramb18Worth the LUTs that a RAMB18 must save, so that a memory is put into block RAM
 * @param blocks the kinds of blocks that may be used, halves of a block RAM first
 */
public record Storage(int ramb18Worth, List<MemoryBlock> blocks) {
    private static final int WORTH = 96;

    /** A block RAM that must save a quarter of the LUTs suits a board with plenty; four times as many, one with few. */
    private static final List<Integer> WORTHS = List.of(WORTH, WORTH / 4, 4 * WORTH);

    /** An UltraRAM, which has the bits of 16 RAMB18, is used if it saves at least this many of them. */
    private static final int RAMB18_OF_ULTRA = 8;

    /** Block RAM at its usual worth, which suits most designs and is on every chip. */
    public static final Storage USUAL = new Storage(WORTH, List.of(MemoryBlock.HALF));

    public Storage {
        blocks = List.copyOf(blocks);
    }

    /** The ways to choose on a kind of chip, the usual one first. */
    public static List<Storage> of(HardBlocks hardBlocks) {
        List<Storage> all = new ArrayList<>();
        for (List<MemoryBlock> blocks : blocks(hardBlocks)) {
            WORTHS.forEach(worth -> all.add(new Storage(worth, blocks)));
        }
        return all;
    }

    /** Halves of a block RAM only, and with them UltraRAM if there is any. */
    private static List<List<MemoryBlock>> blocks(HardBlocks hardBlocks) {
        MemoryBlock half = hardBlocks.memories().get(0);
        List<List<MemoryBlock>> all = new ArrayList<>(List.of(List.of(half)));
        hardBlocks.memories().stream()
                .filter(m -> m.place() == MemoryPlace.ULTRA)
                .forEach(m -> all.add(List.of(half, m)));
        return all;
    }

    /** True if memories may be in UltraRAM. */
    public boolean ultra() {
        return blocks.size() > 1;
    }

    /** A memory that is loaded with the bitstream and only read. UltraRAM cannot be loaded. */
    public Memory rom(int width, int depth) {
        Memory luts = Memory.inLuts(width, depth);
        Memory half = new Memory(width, depth, half());
        return blockPays(luts.romCost(), half.romCost()) ? half : luts;
    }

    /** A memory with a write port and a read port. */
    public Memory ram(int width, int depth) {
        Memory luts = Memory.inLuts(width, depth);
        Memory half = new Memory(width, depth, half());
        if (!blockPays(luts.ramCost(), half.ramCost())) {
            return luts;
        }
        return blocks.stream()
                .skip(1)
                .map(block -> new Memory(width, depth, block))
                .filter(ultra -> half.ramCost().ramb18()
                        >= RAMB18_OF_ULTRA * ultra.ramCost().uram())
                .findFirst()
                .orElse(half);
    }

    /** Half of a block RAM. */
    public MemoryBlock half() {
        return blocks.get(0);
    }

    /** True if block RAM is worth the LUTs that it saves. */
    public boolean blockPays(ResourceVector inLuts, ResourceVector inBlocks) {
        return inLuts.lut() - inBlocks.lut() >= ramb18Worth * inBlocks.of(ResourceKind.RAMB18);
    }
}
