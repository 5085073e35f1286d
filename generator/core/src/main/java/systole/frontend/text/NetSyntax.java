package systole.frontend.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;

/** Turns text into a parse tree. Reports text that is not a token and text that is not a statement. */
final class NetSyntax {
    /** The deepest nesting that is read. It bounds the recursion of the parser. */
    private static final int MAX_NESTING = 32;

    private final SourceFile source;
    private final Problems problems;
    private final Set<Integer> brokenLines = new HashSet<>();

    NetSyntax(SourceFile source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The tree, which holds error nodes where problems were reported. */
    NetParser.NetContext parse(String text) {
        NetLexer lexer = new NetLexer(CharStreams.fromString(text, source.name()));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        boolean nestingIsSane = checkTokens(tokens);
        NetParser parser = new NetParser(nestingIsSane ? tokens : nothing());
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors(source, brokenLines, problems));
        parser.setErrorHandler(new StatementRecovery());
        return parser.net();
    }

    private static CommonTokenStream nothing() {
        return new CommonTokenStream(new NetLexer(CharStreams.fromString("")));
    }

    private boolean checkTokens(CommonTokenStream tokens) {
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            String text = token.getText();
            if (token.getType() == NetLexer.STRAY) {
                if (brokenLines.add(token.getLine())) {
                    reportStray(token);
                }
            } else if (token.getType() == NetLexer.STRING && (text.length() == 1 || !text.endsWith("\""))) {
                brokenLines.add(token.getLine());
                problems.add(source.at(token), "the string does not end on its line", "close it with \"");
            } else if (text.equals("[") || text.equals("(")) {
                depth++;
            } else if (text.equals("]") || text.equals(")")) {
                // A closing bracket without an opening one must not offset a bracket that opens later.
                depth = Math.max(0, depth - 1);
            }
            if (depth > MAX_NESTING) {
                problems.add(source.at(token), "brackets are nested deeper than " + MAX_NESTING, "");
                return false;
            }
        }
        return true;
    }

    private void reportStray(Token token) {
        SourceRef where = source.at(token);
        int code = token.getText().codePointAt(0);
        String shown =
                code < ' ' || code == 0x7f ? String.format(Locale.ROOT, "U+%04X", code) : "'" + token.getText() + "'";
        String hint =
                switch (code) {
                    case '\'' -> "strings are written in double quotes";
                    case '.' -> "numbers start with a digit, and weight files are written in double quotes";
                    case '/' -> "comments start with #";
                    default -> "";
                };
        problems.add(where, "the character " + shown + " has no meaning here", hint);
    }
}
