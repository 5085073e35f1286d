package systole.plan.unit;

import java.util.List;
import systole.network.Fold;
import systole.network.IntType;
import systole.network.Shape;
import systole.network.TensorType;

/** Limits each element to the range from {@code lo} to {@code hi}. */
public record ClampUnit(String name, IntType type, int lo, int hi, int channels, int elements, Fold fold)
        implements LaneEngine {
    /** A clamp on a tensor, with the least folding. */
    public static ClampUnit of(String name, TensorType tensor, int lo, int hi) {
        Shape shape = tensor.shape();
        return new ClampUnit(name, tensor.type(), lo, hi, shape.channels(), shape.elements(), new Fold(1, 1));
    }

    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<Stream> inputs() {
        return outputs();
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(fold.pe(), type, elements));
    }

    @Override
    public ClampUnit withFold(Fold other) {
        return new ClampUnit(name, type, lo, hi, channels, elements, other);
    }

    @Override
    public Cost cost() {
        return new Cost(0, 2 * output().width(), 0);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.clamp(this);
    }
}
