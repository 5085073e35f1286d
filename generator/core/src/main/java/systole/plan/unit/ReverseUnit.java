package systole.plan.unit;

import java.util.List;
import systole.network.Fold;
import systole.network.IntType;

/** Puts out the positions of each frame from the last to the first. One frame arrives while the previous one leaves. */
public record ReverseUnit(String name, IntType type, int channels, int positions, Fold fold) implements LaneEngine {
    /** Beats of a position. */
    public int beats() {
        return channels / fold.pe();
    }

    /** The memory, which holds two frames. */
    public Memory memory() {
        return Memory.ram(output().width(), 2 * output().beats());
    }

    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<Stream> inputs() {
        return List.of(new Stream(fold.pe(), type, positions * channels));
    }

    @Override
    public List<Stream> outputs() {
        return inputs();
    }

    @Override
    public ReverseUnit withFold(Fold other) {
        return new ReverseUnit(name, type, channels, positions, other);
    }

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("two frames", 1, memory()));
    }

    @Override
    public Cost cost() {
        return memory().ramCost().plus(new Cost(0, 60, 0));
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.reverse(this);
    }
}
