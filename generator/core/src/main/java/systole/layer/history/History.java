package systole.layer.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * The rows of earlier frames in front of the rows of this one, the oldest first. Rows are the positions of the first
 * dimension of the shape: of [H, W, C] the rows, of a sequence [W, C] the steps.
 *
 * @param rows the number of earlier rows, at least 1
 * @param initial the raw integers of the rows before the first frame: one for all elements, or one for each element of
 *     these rows; the zero point if empty
 */
public record History(int rows, Optional<IntTensor> initial) implements Layer {
    public static final LayerKind<History> KIND =
            new LayerKind<>("history", History.class, new HistorySyntax(), new HistoryGolden(), new HistoryOps());

    /** The most rows, far more than any frame has. */
    static final int MAX_ROWS = 1 << 16;

    public History {
        if (rows < 1 || rows > MAX_ROWS) {
            throw new IllegalArgumentException("a history of " + rows + " rows; it has 1 to " + MAX_ROWS);
        }
    }

    /** Starts a history of zero points. */
    public static Builder history(int rows) {
        return new Builder(rows);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean stateful() {
        return true;
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        LayerCheck check = new LayerCheck(kind(), where, problems);
        List<Integer> dims = new ArrayList<>(input.shape().dims());
        dims.set(0, dims.get(0) + rows);
        Optional<Shape> shape = check.shape(dims.toArray(Integer[]::new));
        initial.ifPresent(values -> check(values, input, check.at("initial")));
        return shape.map(input::withShape).orElse(input);
    }

    private void check(IntTensor values, TensorType input, LayerCheck check) {
        long wanted = (long) rows * row(input.shape());
        if (check.require(
                values.size() == 1 || values.size() == wanted,
                "there are " + values.size() + " values for " + rows + " rows of " + row(input.shape()) + " elements",
                "give one value, or one for each of the " + wanted + " elements")) {
            check.values("initial rows", values, input.type());
        }
    }

    /** The elements of a row of the input. */
    static int row(Shape input) {
        return input.elements() / input.dims().get(0);
    }

    /** The elements before the first frame. */
    int[] first(TensorType input) {
        int count = rows * row(input.shape());
        int[] values = initial.map(IntTensor::toArray)
                .orElse(new int[] {input.element().zero()});
        return values.length == count
                ? values
                : IntStream.generate(() -> values[0]).limit(count).toArray();
    }

    /** Builds a history. */
    public static final class Builder implements Supplier<History> {
        private final int rows;
        private Optional<IntTensor> initial = Optional.empty();

        private Builder(int rows) {
            this.rows = rows;
        }

        /** The raw integer of all elements before the first frame; the zero point by default. */
        public Builder initial(int raw) {
            return initial(IntTensor.vector(raw));
        }

        /** The raw integers of the rows before the first frame. */
        public Builder initial(IntTensor raw) {
            initial = Optional.of(raw);
            return this;
        }

        @Override
        public History get() {
            return new History(rows, initial);
        }
    }
}
