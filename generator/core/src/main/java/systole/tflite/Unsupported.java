package systole.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import systole.diagnostic.Operators;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;

/**
 * Collects operators that cannot be read at all, because their kind is unknown or because they are not quantized.
 * Similar ones are reported together.
 */
final class Unsupported {
    private final FileModel model;
    private final Map<String, List<String>> unknown = new TreeMap<>();
    private final List<String> floating = new ArrayList<>();

    Unsupported(FileModel model) {
        this.model = model;
    }

    /** True if an operator can be read. Otherwise it is remembered. */
    boolean admits(FileOperator operator) {
        if (OperatorKinds.find(operator).isEmpty()) {
            unknown.computeIfAbsent(operator.kind(), k -> new ArrayList<>()).add(item(operator));
            return false;
        }
        boolean floats = Stream.concat(
                        OperatorKinds.find(operator).orElseThrow().reads(operator, model).stream(),
                        operator.outputs().stream())
                .anyMatch(this::isFloat);
        if (floats) {
            floating.add(item(operator));
        }
        return !floats;
    }

    /** True if a tensor holds real numbers. */
    boolean isFloat(int tensor) {
        return tensor >= 0 && model.tensor(tensor).isFloat();
    }

    /** Reports all remembered operators. */
    void report(SourceRef where, Problems problems) {
        List<String> others = new ArrayList<>();
        unknown.forEach((kind, indices) -> {
            String operators = Operators.named(indices);
            Advice.instead(kind)
                    .ifPresentOrElse(
                            hint -> problems.add(where, operators + ": not supported", hint),
                            () -> others.add(operators));
        });
        if (!others.isEmpty()) {
            problems.add(
                    where,
                    String.join("; ", others) + ": not supported",
                    "these kinds are: " + String.join(", ", OperatorKinds.names()));
        }
        if (!floating.isEmpty()) {
            problems.add(where, Operators.named(floating) + ": they compute with real numbers", Advice.QUANTIZE);
        }
    }

    private String item(FileOperator operator) {
        String name = operator.outputs().isEmpty()
                ? ""
                : " '" + model.tensor(operator.outputs().get(0)).name() + "'";
        return operator.index() + " " + operator.kind() + name;
    }
}
