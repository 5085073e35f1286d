package systole.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import systole.diagnostic.Operators;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;

/**
 * Collects operators that cannot be read at all, because their kind is unknown or because they are not quantized.
 * Similar ones are reported together.
 */
final class Unsupported {
    private final Map<String, List<String>> unknown = new TreeMap<>();
    private final List<String> floating = new ArrayList<>();

    /** True if an operator can be read. Otherwise it is remembered. */
    boolean admits(FileNode node, List<Value> operands) {
        if (OperatorKinds.find(node).isEmpty()) {
            unknown.computeIfAbsent(node.type(), k -> new ArrayList<>()).add(named(node));
            return false;
        }
        boolean floats = operands.stream().anyMatch(Value.Frames.class::isInstance)
                && !node.operator().equals("QuantizeLinear");
        if (floats) {
            floating.add(node.index() + " " + node.operator());
        }
        return !floats;
    }

    private static String named(FileNode node) {
        return node.index() + (node.name().isEmpty() ? "" : " '" + node.name() + "'");
    }

    /** Reports all remembered operators. */
    void report(SourceRef where, Problems problems) {
        List<String> others = new ArrayList<>();
        unknown.forEach((kind, nodes) -> {
            String operators = kind + " (" + Operators.named(nodes) + ")";
            Advice.instead(kind)
                    .ifPresentOrElse(
                            hint -> problems.add(where, operators + ": not supported", hint),
                            () -> others.add(operators));
        });
        if (!others.isEmpty()) {
            problems.add(
                    where,
                    String.join("; ", others) + ": not supported",
                    "these are: " + String.join(", ", OperatorKinds.names()));
        }
        if (!floating.isEmpty()) {
            problems.add(where, Operators.named(floating) + ": the input is not quantized before", Advice.QUANTIZE);
        }
    }
}
