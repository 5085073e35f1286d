package systole.mutation;

import java.util.List;

/**
 * An expression that is evaluated while the design runs.
 *
 * @param tokens of the expression
 * @param target the signal that it is for; empty for a condition or a port
 * @param condition whether it is that of an {@code if}
 * @param scopes the generate blocks around it, as places in the file, the innermost last
 */
record Site(List<Token> tokens, String target, boolean condition, List<Integer> scopes) {
    Site {
        tokens = List.copyOf(tokens);
        scopes = List.copyOf(scopes);
    }

    int from() {
        return tokens.get(0).from();
    }

    int to() {
        return tokens.get(tokens.size() - 1).to();
    }
}
