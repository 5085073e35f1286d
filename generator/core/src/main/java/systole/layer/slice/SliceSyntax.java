package systole.layer.slice;

import java.util.List;
import java.util.Optional;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.Plain;
import systole.network.Shape;
import systole.network.Span;

/** {@code slice(x, rows = [first, count, step], columns, channels)}, where a step of 1 may be left out. */
final class SliceSyntax implements Syntax<Slice> {
    private static final int MAX = (int) Shape.MAX_ELEMENTS;

    @Override
    public List<String> keys() {
        return List.of("rows", "columns", "channels");
    }

    @Override
    public Slice read(Arguments arguments) {
        Plain.noOutput(arguments);
        return new Slice(span(arguments, "rows"), span(arguments, "columns"), span(arguments, "channels"));
    }

    private static Optional<Span> span(Arguments arguments, String key) {
        if (!arguments.has(key)) {
            return Optional.empty();
        }
        List<Integer> numbers = arguments.integers(key, 0, MAX);
        boolean whole = numbers.size() == 2 || numbers.size() == 3;
        if (!whole || numbers.stream().skip(1).anyMatch(n -> n < 1)) {
            arguments.report(
                    key,
                    "these are not the first of the " + key + ", their number and the step between them",
                    "write " + key + " = [first, count] or [first, count, step]; count and step are at least 1");
            return Optional.empty();
        }
        return Optional.of(new Span(numbers.get(0), numbers.get(1), numbers.size() == 3 ? numbers.get(2) : 1));
    }

    @Override
    public void write(Slice layer, ArgumentWriter out) {
        write("rows", layer.rows(), out);
        write("columns", layer.columns(), out);
        write("channels", layer.channels(), out);
    }

    private static void write(String key, Optional<Span> span, ArgumentWriter out) {
        span.ifPresent(s -> out.integers(
                key, s.step() == 1 ? List.of(s.first(), s.count()) : List.of(s.first(), s.count(), s.step())));
    }
}
