package systole.layer.support;

import java.util.List;
import java.util.function.Supplier;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.network.Layer;

/** The syntax of a kind without arguments, whose output type follows from its inputs. */
public record Plain<L extends Layer>(Supplier<L> layer) implements Syntax<L> {
    @Override
    public List<String> keys() {
        return List.of();
    }

    @Override
    public L read(Arguments arguments) {
        noOutput(arguments);
        return layer.get();
    }

    @Override
    public void write(L layer, ArgumentWriter out) {
        // nothing to write
    }

    /** Reports a declared output type, for the kinds whose output type follows from their inputs. */
    public static void noOutput(Arguments arguments) {
        if (arguments.hasOutput()) {
            arguments.report(
                    "->", "the output type of this layer follows from its inputs", "leave '->' and the type out");
        }
    }
}
