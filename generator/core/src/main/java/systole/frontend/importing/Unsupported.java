package systole.frontend.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import systole.diagnostic.Operators;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;

/**
 * Collects operators that cannot be read at all, because their kind is unknown or because they are not quantized.
 * Similar ones are reported together.
 */
public final class Unsupported {
    private final KindTable<?> known;
    private final Wording wording;
    private final Advice advice;
    private final Map<String, List<String>> unknown = new TreeMap<>();
    private final List<String> floating = new ArrayList<>();

    /**
     * The wording of the messages about a file format.
     *
     * @param unknown names operators of an unknown kind, from the kind and from the text that stands for all of them
     * @param known introduces the kinds that can be read
     * @param floating says what is wrong with operators that are not quantized
     */
    public record Wording(BinaryOperator<String> unknown, String known, String floating) {}

    /** @param known the kinds that can be read */
    public Unsupported(KindTable<?> known, Wording wording, Advice advice) {
        this.known = known;
        this.wording = wording;
        this.advice = advice;
    }

    /** Remembers an operator of an unknown kind. */
    public void addUnknown(String kind, String operator) {
        unknown.computeIfAbsent(kind, k -> new ArrayList<>()).add(operator);
    }

    /** Remembers an operator that is not quantized. */
    public void addFloating(String operator) {
        floating.add(operator);
    }

    /** Reports all remembered operators. */
    public void report(SourceRef where, Problems problems) {
        List<String> others = new ArrayList<>();
        unknown.forEach((kind, alike) -> {
            String operators = wording.unknown().apply(kind, Operators.named(alike));
            advice.instead(kind)
                    .ifPresentOrElse(
                            hint -> problems.add(where, operators + ": not supported", hint),
                            () -> others.add(operators));
        });
        if (!others.isEmpty()) {
            problems.add(
                    where,
                    String.join("; ", others) + ": not supported",
                    wording.known() + ": " + String.join(", ", known.names()));
        }
        if (!floating.isEmpty()) {
            problems.add(where, Operators.named(floating) + ": " + wording.floating(), advice.quantize());
        }
    }
}
