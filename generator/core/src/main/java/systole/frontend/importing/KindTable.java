package systole.frontend.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import systole.layer.Support;

/**
 * The kinds of operators that can be read from a file format.
 *
 * @param <R> the type of the readers
 */
public final class KindTable<R> {
    private final List<OperatorKind<R>> kinds;
    private final Map<String, OperatorKind<R>> byOperator;

    /** @param kinds the kinds, no two of which have the same operator */
    public KindTable(List<OperatorKind<R>> kinds) {
        this.kinds = List.copyOf(kinds);
        this.byOperator = kinds.stream().collect(Collectors.toMap(OperatorKind::operator, Function.identity()));
    }

    /** The kind that reads an operator, by the operator's type in the file. */
    public Optional<OperatorKind<R>> find(String operator) {
        return Optional.ofNullable(byOperator.get(operator));
    }

    /** The names of all operators, sorted. */
    public List<String> names() {
        return byOperator.keySet().stream().sorted().toList();
    }

    /** The documentation of all kinds, in their order. */
    public List<Support> support() {
        return kinds.stream().map(OperatorKind::support).toList();
    }
}
