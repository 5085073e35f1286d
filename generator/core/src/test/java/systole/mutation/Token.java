package systole.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of Verilog.
 *
 * @param text of the token
 * @param from its place in the file
 */
record Token(String text, int from) {
    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"]*\"|`?[A-Za-z_$][\\w$]*|\\d+'s?[bdh][0-9a-fA-FxzXZ_]+|\\d+"
                    + "|<<<|>>>|===|!==|&&|\\|\\||==|!=|<=|>=|<<|>>|\\+:|-:|\\S");
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|`ifdef FORMAL.*?`endif", Pattern.DOTALL);

    int to() {
        return from + text.length();
    }

    boolean is(String other) {
        return text.equals(other);
    }

    /** A signal; the names of parameters have no lower case. */
    boolean isSignal() {
        return text.matches("[a-z_][a-z0-9_]*");
    }

    /** The tokens of a file, without comments and proofs. */
    static List<Token> of(String verilog) {
        String text =
                COMMENT.matcher(verilog).replaceAll(m -> " ".repeat(m.group().length()));
        List<Token> tokens = new ArrayList<>();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            tokens.add(new Token(m.group(), m.start()));
        }
        return tokens;
    }
}
