package systole.frontend.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import systole.data.NpyArray;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.network.IntTensor;
import systole.network.Shape;

/** Turns values into tensors and lists of numbers. A value is a weight file, a number, or a nested list. */
final class Tensors {
    private static final List<Integer> ONE = List.of(1);

    private final Scalars scalars;
    private final WeightFiles files;
    private final Problems problems;

    Tensors(Scalars scalars, WeightFiles files, Problems problems) {
        this.scalars = scalars;
        this.files = files;
        this.problems = problems;
    }

    /** A tensor of 32-bit integers; a single number has the shape [1]. */
    IntTensor integers(String name, Written value) {
        IntTensor placeholder = IntTensor.vector(1);
        if (value instanceof Written.Text file) {
            return load(file, NpyArray::toTensor)
                    .map(t -> t.rank() == 0 ? t.reshaped(ONE) : t)
                    .orElse(placeholder);
        }
        return flatten(name, value)
                .map(flat -> new IntTensor(flat.dims(), flat.integers(scalars, name)))
                .orElse(placeholder);
    }

    /** A list of 64-bit integers. */
    List<Long> longs(String name, Written value) {
        if (value instanceof Written.Text file) {
            return load(file, a -> LongStream.of(a.toLongs()).boxed().toList()).orElse(List.of(1L));
        }
        return flatten(name, value)
                .map(flat -> flat.numbers().stream()
                        .map(n -> scalars.whole(name, n, Long.MIN_VALUE, Long.MAX_VALUE))
                        .toList())
                .orElse(List.of(1L));
    }

    /** A list of reals. */
    List<Double> reals(String name, Written value) {
        if (value instanceof Written.Text file) {
            return load(file, a -> DoubleStream.of(a.toDoubles()).boxed().toList())
                    .orElse(List.of(1.0));
        }
        return flatten(name, value)
                .map(flat -> flat.numbers().stream()
                        .map(n -> scalars.number(name, n))
                        .toList())
                .orElse(List.of(1.0));
    }

    private <T> Optional<T> load(Written.Text reference, Function<NpyArray, T> conversion) {
        try {
            NpyArray array = files.load(reference.text());
            if (array.size() > 0 && array.size() <= Shape.MAX_ELEMENTS) {
                return Optional.of(conversion.apply(array));
            }
            String problem = array.size() == 0
                    ? " is empty: its shape is " + array.shape()
                    : " has " + array.size() + " elements, and a tensor has at most " + Shape.MAX_ELEMENTS;
            problems.add(reference.where(), array.name() + problem, "");
        } catch (RefusedException e) {
            e.diagnostics().forEach(d -> problems.add(reference.where(), d.message(), d.hint()));
        }
        return Optional.empty();
    }

    /** Numbers in row-major order. */
    private record Flat(List<Integer> dims, List<Written> numbers) {
        int[] integers(Scalars scalars, String name) {
            return numbers.stream()
                    .mapToInt(n -> scalars.integer(name, n, Integer.MIN_VALUE, Integer.MAX_VALUE))
                    .toArray();
        }
    }

    private Optional<Flat> flatten(String name, Written value) {
        if (value instanceof Written.Num) {
            return Optional.of(new Flat(ONE, List.of(value)));
        }
        if (!(value instanceof Written.Items items)) {
            String hint = "write a number, a list, \"file.npy\" or \"file.npz:array\"";
            problems.add(value.where(), name + " cannot be " + value.described(), hint);
            return Optional.empty();
        }
        if (items.values().isEmpty()) {
            problems.add(value.where(), name + " is an empty list", "");
            return Optional.empty();
        }
        return items.values().get(0) instanceof Written.Items
                ? flattenRows(name, items)
                : Optional.of(new Flat(List.of(items.values().size()), items.values()));
    }

    private Optional<Flat> flattenRows(String name, Written.Items items) {
        List<Written> numbers = new ArrayList<>();
        List<Integer> inner = List.of();
        for (Written row : items.values()) {
            Optional<Flat> flat = flatten(name, row);
            if (flat.isEmpty()) {
                return flat;
            }
            List<Integer> dims = row instanceof Written.Items ? flat.get().dims() : List.of();
            if (!inner.isEmpty() && !inner.equals(dims)) {
                String shapes = "this row has the shape " + dims + ", the first one " + inner;
                problems.add(row.where(), name + " is not rectangular: " + shapes, "");
                return Optional.empty();
            }
            inner = dims;
            numbers.addAll(flat.get().numbers());
        }
        List<Integer> dims = new ArrayList<>(List.of(items.values().size()));
        dims.addAll(inner);
        return Optional.of(new Flat(dims, numbers));
    }
}
