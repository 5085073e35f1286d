package systole.plan.unit;

import java.util.List;
import systole.network.Fold;
import systole.network.IntType;

/**
 * The greater, or the lesser, of two elements.
 *
 * @param greatest true for the greater
 * @param channels of a pixel
 * @param elements of a frame
 */
public record ExtremumUnit(String name, IntType type, boolean greatest, int channels, int elements, Fold fold)
        implements LaneEngine {
    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<Stream> inputs() {
        return List.of(output(), output());
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(fold.pe(), type, elements));
    }

    @Override
    public ExtremumUnit withFold(Fold other) {
        return new ExtremumUnit(name, type, greatest, channels, elements, other);
    }

    @Override
    public Cost cost() {
        return new Cost(0, 2 * output().width(), 0);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.extremum(this);
    }
}
