package systole.frontend.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.frontend.text.Written.Argument;

/** The {@code key = value} arguments of a call. Reports unknown, repeated and missing keys, each once. */
final class Keyed {
    private final String owner;
    private final SourceRef where;
    private final Problems problems;
    private final Map<String, Argument> arguments = new LinkedHashMap<>();
    private final Set<String> excused = new HashSet<>();

    /** @param keys the keys that {@code call} understands */
    Keyed(Written.Call call, List<String> keys, Problems problems) {
        this.owner = call.name();
        this.where = call.where();
        this.problems = problems;
        for (Argument argument : call.keyed()) {
            if (!keys.contains(argument.key())) {
                reportUnknown(argument, keys);
            } else if (arguments.putIfAbsent(argument.key(), argument) != null) {
                problems.add(argument.where(), "'" + argument.key() + "' is given twice", "keep one of them");
            }
        }
    }

    private void reportUnknown(Argument argument, List<String> keys) {
        Optional<String> meant = Suggestions.closest(argument.key(), keys);
        meant.ifPresent(excused::add);
        String hint = keys.isEmpty() ? owner + " takes none" : owner + " takes " + String.join(", ", keys);
        problems.add(
                argument.where(),
                owner + " has no argument '" + argument.key() + "'",
                meant.map(m -> "did you mean '" + m + "'? ").orElse("") + hint);
    }

    boolean has(String key) {
        return arguments.containsKey(key);
    }

    /** The value of a required key; empty if that is reported. */
    Optional<Written> find(String key) {
        Argument argument = arguments.get(key);
        if (argument == null && excused.add(key)) {
            problems.add(where, owner + " needs an argument '" + key + "'", "add " + key + " = ...");
        }
        return Optional.ofNullable(argument).map(Argument::value);
    }

    /** The value of a key, or the default. */
    <T> T optional(String key, Function<Written, T> reader, T otherwise) {
        return has(key) ? reader.apply(arguments.get(key).value()) : otherwise;
    }

    /** The place of a key's value, or of the call. */
    SourceRef where(String key) {
        return has(key) ? arguments.get(key).value().where() : where;
    }
}
