package systole.frontend.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import systole.diagnostic.Problems;
import systole.diagnostic.Suggestions;
import systole.network.IntTensor;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Shift;
import systole.network.Requantization.ShiftRounding;
import systole.network.Requantization.Thresholds;

/**
 * Reads the value of {@code requant} and similar keys, such as {@code double(0.1)} or
 * {@code shift(mul = 3, add = 0, log2 = 4)}.
 */
final class RequantizationReader {
    static final Requantization PLACEHOLDER = new Scaled(ScaleRounding.DOUBLE, List.of(1.0));

    private static final List<String> NAMES = List.of(
            "double", "half_up", "single", "reduced", "float_half_even", "exact", "shift", "pow2", "thresholds");
    private static final Map<String, List<String>> KEYS =
            Map.of("shift", List.of("mul", "add", "log2"), "pow2", List.of("shift", "rounding"));
    private static final int MAX_SHIFT = 62;

    private final Scalars scalars;
    private final Tensors tensors;
    private final Problems problems;

    RequantizationReader(Scalars scalars, Tensors tensors, Problems problems) {
        this.scalars = scalars;
        this.tensors = tensors;
        this.problems = problems;
    }

    Requantization read(String key, Written value) {
        if (value instanceof Written.Word word) {
            return read(new Written.Call(
                    word.name(), List.of(new Written.Num("1", word.where())), List.of(), word.where()));
        }
        if (!(value instanceof Written.Call call)) {
            problems.add(
                    value.where(),
                    key + " cannot be " + value.described(),
                    "write for example double(0.05) or pow2(shift = 7)");
            return PLACEHOLDER;
        }
        return read(call);
    }

    private Requantization read(Written.Call call) {
        if (!NAMES.contains(call.name())) {
            problems.add(
                    call.where(),
                    "there is no requantization '" + call.name() + "'",
                    Suggestions.didYouMeanOr(call.name(), NAMES, "there are "));
            return PLACEHOLDER;
        }
        int before = problems.count();
        try {
            return build(call);
        } catch (IllegalArgumentException e) {
            if (problems.count() == before) {
                problems.add(call.where(), e.getMessage(), "");
            }
            return PLACEHOLDER;
        }
    }

    private Requantization build(Written.Call call) {
        Keyed keyed = new Keyed(call, KEYS.getOrDefault(call.name(), List.of()), problems);
        int wanted = KEYS.containsKey(call.name()) ? 0 : 1;
        if (call.positional().size() != wanted) {
            String values = wanted == 0 ? "only key = value" : "one value: a number, a list or a file";
            problems.add(call.where(), call.name() + "(...) takes " + values, "");
            return PLACEHOLDER;
        }
        return switch (call.name()) {
            case "shift" -> shift(keyed);
            case "pow2" -> pow2(keyed);
            case "thresholds" ->
                new Thresholds(
                        rows(tensors.integers("thresholds", call.positional().get(0))));
            default ->
                new Scaled(
                        ScaleRounding.valueOf(call.name().toUpperCase(Locale.ROOT)),
                        tensors.reals("scale", call.positional().get(0)));
        };
    }

    private Requantization shift(Keyed keyed) {
        return new Shift(
                keyed.find("mul").map(v -> tensors.longs("mul", v)).orElse(List.of(1L)),
                keyed.optional("add", v -> tensors.longs("add", v), List.of(0L)),
                keyed.find("log2")
                        .map(v -> scalars.integer("log2", v, 0, MAX_SHIFT))
                        .orElse(0));
    }

    private Requantization pow2(Keyed keyed) {
        List<String> roundings = List.of("floor", "half_up", "half_even", "half_away");
        String rounding = keyed.optional("rounding", v -> scalars.word("rounding", v, roundings), "floor");
        List<Integer> shifts = keyed.find("shift")
                .map(v -> tensors.integers("shift", v).stream().boxed().toList())
                .orElse(List.of(0));
        return new Pow2(ShiftRounding.valueOf(rounding.toUpperCase(Locale.ROOT)), shifts);
    }

    /** A single row may be written without the outer brackets. */
    private static IntTensor rows(IntTensor levels) {
        return levels.rank() == 1 ? levels.reshaped(List.of(1, levels.size())) : levels;
    }
}
