package systole.plan.unit;

import java.util.List;
import systole.network.Fold;
import systole.network.IntType;

/**
 * Puts out each block of elements several times before the next block.
 *
 * @param channels of a pixel
 * @param block elements of a block, whole pixels
 * @param times how often each is put out, at least 2
 * @param blocks of a frame
 * @param depth beats that its memory holds, at least {@link #leastDepth()}
 */
public record RepeatUnit(
        String name, IntType type, int channels, int block, int times, int blocks, Fold fold, int depth)
        implements LaneEngine {
    /** The number of beats of the next block that arrive while the last ones of a block leave. */
    private static final int AHEAD = 2;

    /** The unit in the least folding with the smallest memory. */
    public static RepeatUnit of(String name, IntType type, int channels, int block, int times, int blocks) {
        return new RepeatUnit(name, type, channels, block, times, blocks, new Fold(1, 1), block + AHEAD);
    }

    /** Beats of a block. */
    public int blockBeats() {
        return block / fold.pe();
    }

    /** The smallest depth at which no cycle is lost between blocks. */
    public int leastDepth() {
        return blockBeats() + AHEAD;
    }

    public Memory memory() {
        return Memory.ram(output().width(), depth);
    }

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("block", 1, memory()));
    }

    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<Stream> inputs() {
        return List.of(new Stream(fold.pe(), type, block * blocks));
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(fold.pe(), type, block * blocks * times));
    }

    @Override
    public RepeatUnit withFold(Fold other) {
        return new RepeatUnit(name, type, channels, block, times, blocks, other, block / other.pe() + AHEAD);
    }

    /** The same unit with another memory. */
    public RepeatUnit withDepth(int beats) {
        return new RepeatUnit(name, type, channels, block, times, blocks, fold, beats);
    }

    @Override
    public Cost cost() {
        return memory().ramCost().plus(new Cost(0, 40, 0));
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.repeat(this);
    }
}
