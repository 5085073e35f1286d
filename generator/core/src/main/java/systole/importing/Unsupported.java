package systole.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import systole.diagnostic.Operators;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;

/** Operators that cannot be read at all: of a kind that is not known, or not quantized. Alike ones are told together. */
public final class Unsupported {
    private final KindTable<?> known;
    private final Wording wording;
    private final Advice advice;
    private final Map<String, List<String>> unknown = new TreeMap<>();
    private final List<String> floating = new ArrayList<>();

    /**
     * How a file format's messages are put.
     *
     * @param unknown names operators of an unknown kind: of the kind, and of what stands for all of them
     * @param known introduces the kinds that can be read
     * @param floating what is wrong with operators that are not quantized
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

    /** Reports everything remembered. */
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
