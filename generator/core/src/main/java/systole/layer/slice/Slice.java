package systole.layer.slice;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.network.Layer;
import systole.network.Shape;
import systole.network.Span;
import systole.network.TensorType;

/**
 * Some rows, columns and channels of a tensor.
 *
 * @param rows the rows that are kept; all of them if empty, and likewise for the others
 */
public record Slice(Optional<Span> rows, Optional<Span> columns, Optional<Span> channels) implements Layer {
    public static final LayerKind<Slice> KIND =
            new LayerKind<>("slice", Slice.class, new SliceSyntax(), new SliceGolden(), new SliceOps());

    /** Starts a slice that keeps everything. */
    public static Builder slice() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        Shape shape = inputs.get(0).shape();
        LayerCheck check = new LayerCheck(kind(), where, problems);
        boolean usable = lies(rows, "rows", shape.height(), check)
                & lies(columns, "columns", shape.width(), check)
                & lies(channels, "channels", shape.channels(), check);
        return usable
                ? inputs.get(0)
                        .withShape(shape.with(
                                rows(shape).count(),
                                columns(shape).count(),
                                channels(shape).count()))
                : inputs.get(0);
    }

    private static boolean lies(Optional<Span> span, String what, int size, LayerCheck check) {
        return span.isEmpty()
                || check.at(what)
                        .require(
                                span.get().last() < size,
                                "the last of the " + what + " is number "
                                        + span.get().last() + ", counted from 0, of " + size,
                                "write " + what + " = [first, count] or [first, count, step]");
    }

    /** The rows of an input that are kept. */
    public Span rows(Shape input) {
        return rows.orElse(Span.all(input.height()));
    }

    /** The columns of an input that are kept. */
    public Span columns(Shape input) {
        return columns.orElse(Span.all(input.width()));
    }

    /** The channels of an input that are kept. */
    public Span channels(Shape input) {
        return channels.orElse(Span.all(input.channels()));
    }

    /** Builds a slice. */
    public static final class Builder implements Supplier<Slice> {
        private Optional<Span> rows = Optional.empty();
        private Optional<Span> columns = Optional.empty();
        private Optional<Span> channels = Optional.empty();

        private Builder() {}

        /** Keeps {@code count} rows from {@code first} on, which are {@code step} apart. */
        public Builder rows(int first, int count, int step) {
            rows = Optional.of(new Span(first, count, step));
            return this;
        }

        /** Keeps {@code count} columns from {@code first} on, which are {@code step} apart. */
        public Builder columns(int first, int count, int step) {
            columns = Optional.of(new Span(first, count, step));
            return this;
        }

        /** Keeps {@code count} channels from {@code first} on, which are {@code step} apart. */
        public Builder channels(int first, int count, int step) {
            channels = Optional.of(new Span(first, count, step));
            return this;
        }

        @Override
        public Slice get() {
            return new Slice(rows, columns, channels);
        }
    }
}
