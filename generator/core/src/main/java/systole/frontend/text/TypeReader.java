package systole.frontend.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.frontend.text.Written.Argument;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/** Reads types, such as {@code uint8[28, 28, 1] scale 0.5 zero 3}. A type is empty if a problem was reported. */
final class TypeReader {
    private static final String TYPE_HINT = "types are int1 to int16 and uint1 to uint16";
    private static final String SHAPE_HINT = "shapes are [C], [L, C] or [H, W, C], without the batch";
    private static final String SCALE_HINT = "a scale is the real value of one step";
    private static final Pattern INTEGER = Pattern.compile("(u?)int([0-9]{1,9})");

    private final SourceFile source;
    private final ValueBuilder values;
    private final Scalars scalars;
    private final Problems problems;

    TypeReader(SourceFile source, ValueBuilder values, Scalars scalars, Problems problems) {
        this.source = source;
        this.values = values;
        this.scalars = scalars;
        this.problems = problems;
    }

    /** A type with a shape. */
    Optional<TensorType> tensor(NetParser.TypeContext context) {
        Optional<Quantized> element = element(context);
        if (context.shape() == null) {
            problems.add(source.at(context), "the type has no shape", "add for example [28, 28, 1]");
            return Optional.empty();
        }
        Optional<Shape> shape = attempt(source.at(context.shape()), SHAPE_HINT, () -> shape(context.shape()));
        return element.flatMap(e -> shape.map(s -> new TensorType(s, e)));
    }

    /** The type of a layer's output, whose shape follows from the inputs. */
    Optional<Quantized> output(NetParser.TypeContext context) {
        if (context.shape() != null) {
            String hint = "remove it; the shape follows from the inputs";
            problems.add(source.at(context.shape()), "an output type has no shape", hint);
        }
        return element(context);
    }

    private Shape shape(NetParser.ShapeContext context) {
        List<Integer> dims = context.number().stream()
                .map(n -> scalars.integer("a dimension", values.number(n), 1, Integer.MAX_VALUE))
                .toList();
        return new Shape(dims);
    }

    private Optional<Quantized> element(NetParser.TypeContext context) {
        int before = problems.count();
        Optional<IntType> type = integerType(context.name());
        Keyed attributes = attributes(context);
        double scale = attributes.optional("scale", v -> scalars.number("scale", v), 1.0);
        int zero =
                attributes.optional("zero", v -> scalars.integer("zero", v, Integer.MIN_VALUE, Integer.MAX_VALUE), 0);
        if (problems.count() > before) {
            return Optional.empty();
        }
        boolean scaleIsRight = scale > 0;
        SourceRef where = attributes.where(scaleIsRight ? "zero" : "scale");
        return type.flatMap(t -> {
            String hint = scaleIsRight ? t + " holds " + t.min() + " to " + t.max() : SCALE_HINT;
            return attempt(where, hint, () -> new Quantized(t, scale, zero));
        });
    }

    private Keyed attributes(NetParser.TypeContext context) {
        List<Argument> attributes = context.attribute().stream()
                .map(a -> new Argument(a.NAME().getText(), source.at(a), values.number(a.number())))
                .toList();
        Written.Call call = new Written.Call("a type", List.of(), attributes, source.at(context));
        return new Keyed(call, List.of("scale", "zero"), problems);
    }

    private Optional<IntType> integerType(NetParser.NameContext context) {
        Matcher matcher = INTEGER.matcher(context.getText());
        if (!matcher.matches()) {
            problems.add(source.at(context), "there is no type '" + context.getText() + "'", TYPE_HINT);
            return Optional.empty();
        }
        boolean signed = matcher.group(1).isEmpty();
        return attempt(source.at(context), TYPE_HINT, () -> new IntType(Integer.parseInt(matcher.group(2)), signed));
    }

    /** Turns the refusal of a record into a problem. */
    private <T> Optional<T> attempt(SourceRef where, String hint, Supplier<T> constructor) {
        int before = problems.count();
        try {
            T value = constructor.get();
            return problems.count() == before ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException e) {
            if (problems.count() == before) {
                problems.add(where, e.getMessage(), hint);
            }
            return Optional.empty();
        }
    }
}
