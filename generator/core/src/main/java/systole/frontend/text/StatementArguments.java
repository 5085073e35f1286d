package systole.frontend.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.Arguments;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Padding;
import systole.network.Padding.Automatic;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Shape;

/** The arguments of one statement of the text form. */
final class StatementArguments implements Arguments {
    static final String ARROW = "->";
    private static final int MAX_PADDING = (int) Shape.MAX_ELEMENTS;

    private final Written.Call call;
    private final Keyed keyed;
    private final Optional<Output> output;
    private final Readers readers;
    private final Problems problems;
    private final Set<String> faulty = new HashSet<>();

    /** The readers of values, which share their problems and files. */
    record Readers(Scalars scalars, Tensors tensors, RequantizationReader requantizations) {}

    /** The type behind the arrow; empty if that was reported. */
    record Output(Optional<Quantized> type, SourceRef where) {}

    StatementArguments(
            Written.Call call, List<String> keys, Optional<Output> output, Readers readers, Problems problems) {
        this.call = call;
        this.keyed = new Keyed(call, keys, problems);
        this.output = output;
        this.readers = readers;
        this.problems = problems;
        if (output.isPresent() && output.get().type().isEmpty()) {
            faulty.add(ARROW);
        }
    }

    @Override
    public boolean has(String key) {
        return keyed.has(key);
    }

    @Override
    public int integer(String key, int min, int max) {
        return read(key, v -> readers.scalars().integer(key, v, min, max), Math.max(min, Math.min(max, 1)));
    }

    @Override
    public List<Integer> pair(String key, int min, int max) {
        List<Integer> values = integers(key, min, max);
        if (values.size() > 2) {
            report(key, key + " has " + values.size() + " values", "write one number, or [height, width]");
        }
        return values.size() == 2 ? values : List.of(values.get(0), values.get(0));
    }

    @Override
    public List<Integer> integers(String key, int min, int max) {
        int plausible = Math.max(min, Math.min(max, 1));
        return read(key, v -> readers.scalars().integers(key, v, min, max), List.of(plausible));
    }

    @Override
    public double number(String key) {
        return read(key, v -> readers.scalars().number(key, v), 1.0);
    }

    @Override
    public String word(String key, List<String> allowed) {
        return read(key, v -> readers.scalars().word(key, v, allowed), allowed.get(0));
    }

    @Override
    public IntTensor tensor(String key) {
        return read(key, v -> readers.tensors().integers(key, v), IntTensor.vector(1));
    }

    @Override
    public Padding padding() {
        return has("padding") ? read("padding", this::padding, Automatic.VALID) : Automatic.VALID;
    }

    private Padding padding(Written value) {
        if (value instanceof Written.Word || value instanceof Written.Text) {
            String word = readers.scalars().word("padding", value, List.of("valid", "same"));
            return word.equals("same") ? Automatic.SAME : Automatic.VALID;
        }
        List<Integer> p = readers.scalars().integers("padding", value, 0, MAX_PADDING);
        if (p.size() == 1) {
            return new Padding.Explicit(p.get(0), p.get(0), p.get(0), p.get(0));
        }
        if (p.size() != 4) {
            String hint = "write same, valid, a number, or [top, bottom, left, right]";
            problems.add(value.where(), "padding has " + p.size() + " values", hint);
            return Automatic.VALID;
        }
        return new Padding.Explicit(p.get(0), p.get(1), p.get(2), p.get(3));
    }

    @Override
    public Requantization requantization(String key) {
        return read(key, v -> readers.requantizations().read(key, v), RequantizationReader.PLACEHOLDER);
    }

    @Override
    public Quantized output() {
        if (output.isEmpty() && faulty.add(ARROW)) {
            problems.add(
                    call.where(), call.name() + " needs an output type", "add for example: -> int8 scale 0.05 zero 0");
        }
        return output.flatMap(Output::type).orElse(new Quantized(IntType.INT8));
    }

    @Override
    public boolean hasOutput() {
        return output.isPresent();
    }

    /** Reports a problem, unless it only follows from one that is already reported. */
    @Override
    public void report(String key, String message, String hint) {
        if (faulty.isEmpty()) {
            boolean atArrow = key.equals(ARROW) && output.isPresent();
            problems.add(atArrow ? output.get().where() : keyed.where(key), message, hint);
        }
    }

    private <T> T read(String key, Function<Written, T> reader, T placeholder) {
        int before = problems.count();
        T result = keyed.find(key).map(reader).orElse(placeholder);
        if (problems.count() > before || !has(key)) {
            faulty.add(key);
        }
        return result;
    }
}
