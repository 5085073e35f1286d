package systole.frontend.text;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * Continues with the next statement after a syntax error, so that one mistake gives one message. A statement starts
 * with a name at the start of a line that is not indented deeper than the broken one.
 */
final class StatementRecovery extends DefaultErrorStrategy {
    private int indentation;

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void recover(Parser parser, RecognitionException e) {
        TokenStream tokens = parser.getInputStream();
        boolean nothingConsumed = parser.getContext() instanceof NetParser.ItemContext item
                && item.getStart().getTokenIndex() == tokens.index();
        if (nothingConsumed) {
            parser.consume();
        }
        skip(parser);
    }

    /** Skips, between statements, everything that cannot start one. Inside a statement, it does nothing. */
    @Override
    public void sync(Parser parser) {
        if (!(parser.getContext() instanceof NetParser.NetContext)) {
            return;
        }
        Token next = parser.getCurrentToken();
        if (next.getType() != Token.EOF && !isName(next)) {
            reportError(parser, new InputMismatchException(parser));
            skip(parser);
        }
        indentation = parser.getCurrentToken().getCharPositionInLine();
    }

    private void skip(Parser parser) {
        TokenStream tokens = parser.getInputStream();
        while (tokens.LA(1) != Token.EOF && !startsStatement(tokens)) {
            parser.consume();
        }
    }

    private boolean startsStatement(TokenStream tokens) {
        Token next = tokens.LT(1);
        Token before = tokens.LT(-1);
        boolean firstInLine = before == null || before.getLine() < next.getLine();
        return firstInLine && isName(next) && next.getCharPositionInLine() <= indentation;
    }

    private static boolean isName(Token token) {
        return Character.isLetter(token.getText().charAt(0)) || token.getText().charAt(0) == '_';
    }
}
