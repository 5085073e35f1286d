package systole.frontend.text;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import systole.diagnostic.SourceRef;
import systole.network.NetworkDraft.Named;

/** The file that is being read, for positions. */
record SourceFile(String name) {
    SourceRef at(Token token) {
        return new SourceRef(name, token.getLine(), token.getCharPositionInLine() + 1);
    }

    SourceRef at(ParserRuleContext context) {
        return at(context.getStart());
    }

    Named named(NetParser.NameContext context) {
        return new Named(context.getText(), at(context));
    }
}
