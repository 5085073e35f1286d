package systole.frontend.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import systole.data.NpyArray;
import systole.layer.ArgumentWriter;
import systole.network.IntTensor;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Shift;
import systole.network.Requantization.Thresholds;

/** Turns the arguments of one layer into text. */
final class StatementWriter implements ArgumentWriter {
    private final String layer;
    private final ArrayStore store;
    private final List<String> arguments = new ArrayList<>();
    private Optional<Quantized> output = Optional.empty();

    StatementWriter(String layer, ArrayStore store) {
        this.layer = layer;
        this.store = store;
    }

    /** The arguments so far, each {@code key = value}. */
    List<String> arguments() {
        return arguments;
    }

    Optional<Quantized> output() {
        return output;
    }

    @Override
    public void integer(String key, int value) {
        add(key, Integer.toString(value));
    }

    @Override
    public void integers(String key, List<Integer> values) {
        add(key, list(values.stream().map(String::valueOf).toList()));
    }

    @Override
    public void number(String key, double value) {
        add(key, Decimal.of(value));
    }

    @Override
    public void word(String key, String value) {
        add(key, value);
    }

    @Override
    public void tensor(String key, IntTensor value) {
        add(key, tensorText(key, value));
    }

    @Override
    public void padding(Padding padding) {
        if (padding == Padding.Automatic.SAME) {
            add("padding", "same");
        } else if (padding instanceof Padding.Explicit p) {
            boolean equal = p.top() == p.bottom() && p.top() == p.left() && p.top() == p.right();
            integers("padding", equal ? List.of(p.top()) : List.of(p.top(), p.bottom(), p.left(), p.right()));
        }
    }

    @Override
    public void requantization(String key, Requantization requantization) {
        add(key, text(key, requantization));
    }

    @Override
    public void output(Quantized type) {
        output = Optional.of(type);
    }

    private void add(String key, String value) {
        arguments.add(key + " = " + value);
    }

    private String text(String key, Requantization requantization) {
        if (requantization instanceof Scaled s) {
            String name = s.rounding().name().toLowerCase(Locale.ROOT);
            return s.weightScales().equals(List.of(1.0)) ? name : name + "(" + reals(key, s.weightScales()) + ")";
        }
        if (requantization instanceof Shift s) {
            String mul = longs(key + ".mul", s.mul());
            return "shift(mul = " + mul + ", add = " + longs(key + ".add", s.add()) + ", log2 = " + s.log2() + ")";
        }
        if (requantization instanceof Pow2 p) {
            String shift = longs(
                    key + ".shift", p.shift().stream().map(Integer::longValue).toList());
            return "pow2(shift = " + shift + ", rounding = "
                    + p.rounding().name().toLowerCase(Locale.ROOT) + ")";
        }
        return "thresholds(" + tensorText(key, ((Thresholds) requantization).levels()) + ")";
    }

    private String tensorText(String key, IntTensor tensor) {
        return tensor.size() > ArrayStore.MAX_INLINE
                ? store.put(layer + "." + key, NpyArray.of(tensor))
                : nested(tensor, 0, 0, tensor.size());
    }

    private static String nested(IntTensor tensor, int axis, int from, int to) {
        if (axis == tensor.rank()) {
            return Integer.toString(tensor.get(from));
        }
        List<String> rows = new ArrayList<>();
        int size = (to - from) / tensor.dim(axis);
        for (int row = from; row < to; row += size) {
            rows.add(nested(tensor, axis + 1, row, row + size));
        }
        return "[" + String.join(", ", rows) + "]";
    }

    private String longs(String key, List<Long> values) {
        return values.size() > ArrayStore.MAX_INLINE
                ? store.put(layer + "." + key, NpyArray.ofLongs(List.of(values.size()), toLongs(values)))
                : list(values.stream().map(String::valueOf).toList());
    }

    private static long[] toLongs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private String reals(String key, List<Double> values) {
        double[] data = values.stream().mapToDouble(Double::doubleValue).toArray();
        return values.size() > ArrayStore.MAX_INLINE
                ? store.put(layer + "." + key, NpyArray.ofDoubles(List.of(values.size()), data))
                : list(values.stream().map(Decimal::of).toList());
    }

    /** Writes a list. A list of one element is written as the element alone. */
    private static String list(List<String> values) {
        return values.size() == 1 ? values.get(0) : values.stream().collect(Collectors.joining(", ", "[", "]"));
    }
}
