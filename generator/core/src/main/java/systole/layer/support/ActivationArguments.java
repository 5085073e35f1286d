package systole.layer.support;

import java.util.List;
import java.util.Locale;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.network.Activation;
import systole.network.Activation.Clamp;
import systole.network.Activation.Named;

/** The syntax of an activation: {@code activation = relu}, or {@code clamp = [lo, hi]} in output integers. */
public final class ActivationArguments {
    /** The keys, of which at most one is used. */
    public static final List<String> KEYS = List.of("activation", "clamp");

    private static final int LIMIT = 1 << 16;

    private ActivationArguments() {}

    public static Activation read(Arguments arguments) {
        if (arguments.has("clamp")) {
            return clamp(arguments);
        }
        return arguments.has("activation")
                ? Named.valueOf(arguments
                        .word("activation", List.of("none", "relu", "relu6"))
                        .toUpperCase(Locale.ROOT))
                : Named.NONE;
    }

    private static Activation clamp(Arguments arguments) {
        if (arguments.has("activation")) {
            arguments.report("activation", "both activation and clamp are given", "keep one of them");
        }
        List<Integer> limits = arguments.integers("clamp", -LIMIT, LIMIT);
        if (limits.size() != 2) {
            arguments.report("clamp", "clamp has " + limits.size() + " limits", "write clamp = [lowest, highest]");
            return Named.NONE;
        }
        return new Clamp(limits.get(0), limits.get(1));
    }

    public static void write(Activation activation, ArgumentWriter out) {
        if (activation instanceof Clamp c) {
            out.integers("clamp", List.of(c.lo(), c.hi()));
        } else if (activation != Named.NONE) {
            out.word("activation", activation.toString().toLowerCase(Locale.ROOT));
        }
    }
}
