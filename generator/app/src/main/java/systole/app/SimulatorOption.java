package systole.app;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import systole.Systole;
import systole.diagnostic.Suggestions;
import systole.tool.Simulator;

/** Finds the simulator with a name. */
final class SimulatorOption implements ITypeConverter<SimulatorOption.Kind> {
    /** All simulators. */
    enum Kind {
        VERILATOR,
        IVERILOG;

        Simulator tool() {
            return this == IVERILOG ? Systole.icarus() : Systole.verilator();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static List<String> names() {
        return Arrays.stream(Kind.values()).map(Kind::toString).toList();
    }

    @Override
    public Kind convert(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no simulator '" + name + "'\n  help: "
                        + Suggestions.didYouMeanOr(name, names(), "simulators are ")));
    }

    /** All names, to be shown in the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }
}
