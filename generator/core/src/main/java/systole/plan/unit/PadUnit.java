package systole.plan.unit;

import java.util.List;
import systole.network.Fold;
import systole.network.IntType;
import systole.network.Padding.Explicit;
import systole.network.Shape;

/**
 * A border of one value around each frame.
 *
 * @param shape of the input
 * @param border its sizes
 * @param value the element that fills the border
 */
public record PadUnit(String name, Shape shape, IntType type, Explicit border, int value, Fold fold)
        implements LaneEngine {
    @Override
    public int lanesLimit() {
        return shape.channels();
    }

    @Override
    public List<Stream> inputs() {
        return List.of(new Stream(fold.pe(), type, shape.elements()));
    }

    public int outHeight() {
        return border.top() + shape.height() + border.bottom();
    }

    public int outWidth() {
        return border.left() + shape.width() + border.right();
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(fold.pe(), type, outHeight() * outWidth() * shape.channels()));
    }

    @Override
    public PadUnit withFold(Fold other) {
        return new PadUnit(name, shape, type, border, value, other);
    }

    @Override
    public Cost cost() {
        return new Cost(0, 30 + output().width(), 0);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.pad(this);
    }
}
