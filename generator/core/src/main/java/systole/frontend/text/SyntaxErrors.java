package systole.frontend.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import systole.diagnostic.Problems;
import systole.diagnostic.Suggestions;

/** Turns the parser's errors into messages, at most one for each line. */
final class SyntaxErrors extends BaseErrorListener {
    private static final List<String> DECLARATIONS = List.of("network", "input", "output");

    private final SourceFile source;
    private final Problems problems;
    private final Set<Integer> lines;

    /**
     * @param brokenLines lines with a problem that is already reported, so that further errors of the parser only
     *     follow from it
     */
    SyntaxErrors(SourceFile source, Set<Integer> brokenLines, Problems problems) {
        this.source = source;
        this.lines = new HashSet<>(brokenLines);
        this.problems = problems;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer, Object symbol, int line, int column, String text, RecognitionException e) {
        Parser parser = (Parser) recognizer;
        Token found = (Token) symbol;
        Token before = parser.getInputStream().LT(-1);
        boolean followsUp = before != null && lines.contains(before.getLine());
        if (!lines.add(line) || followsUp) {
            return;
        }
        String message = found.getType() == Token.EOF
                ? "the file ends in the middle of a statement"
                : "'" + found.getText() + "' is not expected here";
        Token declaration = parser.getInputStream().LT(-2);
        boolean several = declaration != null
                && DECLARATIONS.contains(declaration.getText())
                && found.getText().equals(",");
        String hint = several
                ? "there is one " + declaration.getText() + " in a file"
                : hint(before, found, expected(parser, e));
        problems.add(source.at(found), message, hint);
    }

    private static IntervalSet expected(Parser parser, RecognitionException e) {
        IntervalSet expected = e == null ? null : e.getExpectedTokens();
        return expected == null ? parser.getExpectedTokens() : expected;
    }

    private static String hint(Token before, Token found, IntervalSet expected) {
        if (before != null && before.getType() == NetLexer.NAME && found.getType() == NetLexer.NAME) {
            String meant = Suggestions.didYouMean(before.getText(), DECLARATIONS);
            if (!meant.isEmpty()) {
                return meant;
            }
        }
        return "expected " + words(expected);
    }

    /** The expected tokens; a name stands for the keywords that may serve as names. */
    private static String words(IntervalSet expected) {
        boolean name = expected.contains(NetLexer.NAME);
        boolean start = name && expected.contains(Token.EOF);
        List<String> words = new ArrayList<>();
        for (int type : expected.toList()) {
            String word = word(type);
            boolean keyword = word.matches("'[a-z]+'") && name;
            if (!keyword && !(start && type == NetLexer.NAME)) {
                words.add(word);
            }
        }
        if (start) {
            words.remove("the end of the file");
            words.add("a new statement");
        }
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static String word(int type) {
        return switch (type) {
            case Token.EOF -> "the end of the file";
            case NetLexer.NAME -> "a name";
            case NetLexer.NUMBER -> "a number";
            case NetLexer.STRING -> "a string";
            default -> NetLexer.VOCABULARY.getDisplayName(type);
        };
    }
}
