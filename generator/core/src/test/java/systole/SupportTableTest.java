package systole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import systole.frontend.onnx.OnnxProofs;
import systole.frontend.onnx.OnnxReader;
import systole.frontend.tflite.TfliteProofs;
import systole.frontend.tflite.TfliteReader;
import systole.layer.Support;

/**
 * Holds the table of operators in {@code docs/models.md} to the code; {@code -Dsystole.accept=true} rewrites it. A
 * frontend is one line here.
 */
class SupportTableTest {
    private static final List<Frontend> FRONTENDS = List.of(
            new Frontend("TensorFlow Lite", TfliteReader.support(), TfliteProofs::of),
            new Frontend("ONNX", OnnxReader.support(), OnnxProofs::of));

    private static final Path DOCUMENT = Repository.root().resolve("docs/models.md");
    private static final String BEGIN = "<!-- Generated: make golden -->\n";
    private static final String END = "<!-- End -->\n";

    /**
     * A frontend's columns.
     *
     * @param proof what tests prove of an operator
     */
    private record Frontend(String name, List<Support> operators, UnaryOperator<String> proof) {
        Set<String> operations() {
            return operators.stream().map(Support::operation).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** Operators of one operation, those of the same limits together. */
        String cell(String operation) {
            Map<String, List<String>> byLimits = new LinkedHashMap<>();
            operators.stream().filter(s -> s.operation().equals(operation)).forEach(s -> byLimits.computeIfAbsent(
                            s.limits(), l -> new ArrayList<>())
                    .add("`" + s.operator() + "`"));
            return byLimits.entrySet().stream()
                    .map(e -> String.join(", ", e.getValue()) + (e.getKey().isEmpty() ? "" : " " + e.getKey()))
                    .collect(Collectors.joining("; "));
        }

        String proofs(String operation) {
            return operators.stream()
                    .filter(s -> s.operation().equals(operation))
                    .map(s -> proof.apply(s.operator()))
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }

    @Test
    void theTableIsThatOfTheCode() throws IOException {
        String text = Files.readString(DOCUMENT);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        String actual = text.substring(0, from) + table() + text.substring(to);
        if (Boolean.getBoolean("systole.accept")) {
            Files.writeString(DOCUMENT, actual);
            return;
        }
        assertEquals(text, actual, "make golden accepts it");
    }

    private static String table() {
        List<String> lines = new ArrayList<>();
        lines.add(row(
                "Operation",
                FRONTENDS.stream()
                        .flatMap(f -> List.of(f.name(), "Proof").stream())
                        .toList()));
        lines.add("|---".repeat(1 + 2 * FRONTENDS.size()) + "|");
        FRONTENDS.stream()
                .flatMap(f -> f.operations().stream())
                .distinct()
                .forEach(operation -> lines.add(row(
                        operation,
                        FRONTENDS.stream()
                                .flatMap(f -> List.of(f.cell(operation), f.proofs(operation)).stream())
                                .toList())));
        return String.join("\n", lines) + "\n";
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |";
    }
}
