package systole.plan.unit;

import java.util.List;

/**
 * A buffer where paths of different delay part or meet.
 *
 * @param depth beats in its memory, at least 2; its output register holds one more
 */
public record FifoUnit(String name, Stream stream, int depth) implements Unit {
    public Memory memory() {
        return Memory.ram(stream.width(), depth);
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
