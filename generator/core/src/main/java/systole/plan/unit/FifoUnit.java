package systole.plan.unit;

import java.util.List;

/**
 * A buffer at a point where paths of different delay part or meet.
 *
 * @param depth beats in its memory, at least 2; its output register holds one more
 */
public record FifoUnit(String name, Stream stream, int depth) implements Unit {
    /** A buffer that holds at least this many beats. */
    public static FifoUnit ofCapacity(String name, Stream stream, int beats) {
        return new FifoUnit(name, stream, Math.max(2, beats - 1));
    }

    /** The number of beats that the buffer holds, in its memory and in its output register. */
    public int capacity() {
        return depth + 1;
    }

    public Memory memory() {
        return Memory.ram(stream.width(), depth);
    }

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("beats", 1, memory()));
    }

    @Override
    public List<Stream> inputs() {
        return List.of(stream);
    }

    @Override
    public List<Stream> outputs() {
        return List.of(stream);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.fifo(this);
    }
}
