package systole.frontend.text;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import systole.diagnostic.Problems;
import systole.frontend.text.Written.Argument;

/** Turns parse trees into values. */
final class ValueBuilder {
    private final SourceFile source;
    private final Problems problems;

    ValueBuilder(SourceFile source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** True if the parser reported an error in the tree. The tree must not be interpreted then. */
    static boolean isBroken(ParseTree tree) {
        if (tree instanceof ErrorNode || (tree instanceof ParserRuleContext c && c.exception != null)) {
            return true;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (isBroken(tree.getChild(i))) {
                return true;
            }
        }
        return false;
    }

    Written.Call call(NetParser.CallContext context) {
        List<Written> positional = new ArrayList<>();
        List<Argument> keyed = new ArrayList<>();
        for (NetParser.ArgumentContext argument : context.argument()) {
            Written value = value(argument.value());
            if (argument.name() != null) {
                keyed.add(new Argument(argument.name().getText(), source.at(argument), value));
            } else {
                positional.add(value);
                if (!keyed.isEmpty()) {
                    problems.add(
                            value.where(),
                            "a value without a key stands behind key = value",
                            "write all inputs first, or give it a key");
                }
            }
        }
        return new Written.Call(context.name().getText(), positional, keyed, source.at(context));
    }

    Written.Num number(NetParser.NumberContext context) {
        return new Written.Num(context.getText(), source.at(context));
    }

    private Written value(NetParser.ValueContext context) {
        if (context instanceof NetParser.NumberValueContext number) {
            return number(number.number());
        }
        if (context instanceof NetParser.StringValueContext string) {
            String quoted = string.getText();
            boolean closed = quoted.length() > 1 && quoted.endsWith("\"");
            return new Written.Text(quoted.substring(1, quoted.length() - (closed ? 1 : 0)), source.at(context));
        }
        if (context instanceof NetParser.ListValueContext list) {
            return new Written.Items(list.value().stream().map(this::value).toList(), source.at(context));
        }
        if (context instanceof NetParser.CallValueContext call) {
            return call(call.call());
        }
        return new Written.Word(context.getText(), source.at(context));
    }
}
