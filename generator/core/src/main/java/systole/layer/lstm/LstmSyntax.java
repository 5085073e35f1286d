package systole.layer.lstm;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.mac.MacTerms;
import systole.layer.support.WeightType;
import systole.network.IntTensor;
import systole.network.IntType;

/**
 * {@code lstm(x, kernel, recurrent, weight_type, bias, recurrent_bias, kernel_requant, recurrent_requant,
 * hidden_requant, gates, cell_fraction, cell_clip, returns = last | sequence, state = fresh | carried) -> type}.
 */
final class LstmSyntax implements Syntax<Lstm> {
    private static final List<String> GATES =
            Stream.of(GateKind.values()).map(LstmSyntax::word).toList();
    private static final List<String> RETURNS = List.of("last", "sequence");
    private static final List<String> STATES = List.of("fresh", "carried");

    @Override
    public List<String> keys() {
        return List.of(
                "kernel",
                "recurrent",
                WeightType.KEY,
                "bias",
                "recurrent_bias",
                "kernel_requant",
                "recurrent_requant",
                "hidden_requant",
                "gates",
                "cell_fraction",
                "cell_clip",
                "returns",
                "state");
    }

    @Override
    public Lstm read(Arguments arguments) {
        GateMatrix kernel = matrix("kernel", "bias", arguments);
        GateMatrix recurrent = matrix("recurrent", "recurrent_bias", arguments);
        return new Lstm(
                kernel,
                recurrent,
                WeightType.read(arguments, IntType.INT8),
                cell(arguments),
                arguments.has("hidden_requant") ? arguments.requantization("hidden_requant") : Lstm.BY_SCALE,
                arguments.output(),
                second("returns", RETURNS, arguments),
                second("state", STATES, arguments));
    }

    private static GateMatrix matrix(String key, String bias, Arguments arguments) {
        IntTensor weights = arguments.tensor(key);
        return new GateMatrix(
                weights,
                arguments.optionalTensor(bias).orElse(MacTerms.NO_BIAS),
                arguments.requantization(key + "_requant"));
    }

    private static Cell cell(Arguments arguments) {
        GateKind gates = arguments.has("gates")
                ? GateKind.valueOf(arguments.word("gates", GATES).toUpperCase(Locale.ROOT))
                : Cell.USUAL.gates();
        int fraction =
                arguments.integer("cell_fraction", gates.minFraction(), Cell.MAX_FRACTION, Cell.USUAL.fraction());
        return new Cell(gates, fraction, arguments.integer("cell_clip", 0, Cell.MAX_CLIP, Cell.USUAL.clip()));
    }

    private static boolean second(String key, List<String> words, Arguments arguments) {
        return arguments.has(key) && arguments.word(key, words).equals(words.get(1));
    }

    @Override
    public void write(Lstm layer, ArgumentWriter out) {
        out.tensor("kernel", layer.kernel().weights());
        out.tensor("recurrent", layer.recurrent().weights());
        WeightType.write(layer.weightType(), IntType.INT8, out);
        bias("bias", layer.kernel(), out);
        bias("recurrent_bias", layer.recurrent(), out);
        out.requantization("kernel_requant", layer.kernel().requant());
        out.requantization("recurrent_requant", layer.recurrent().requant());
        if (!layer.hidden().equals(Lstm.BY_SCALE)) {
            out.requantization("hidden_requant", layer.hidden());
        }
        write(layer.cell(), out);
        flag("returns", RETURNS, layer.sequence(), out);
        flag("state", STATES, layer.stateful(), out);
        out.output(layer.output());
    }

    private static void bias(String key, GateMatrix matrix, ArgumentWriter out) {
        if (matrix.bias().size() > 0) {
            out.tensor(key, matrix.bias());
        }
    }

    private static void write(Cell cell, ArgumentWriter out) {
        if (cell.gates() != Cell.USUAL.gates()) {
            out.word("gates", word(cell.gates()));
        }
        if (cell.fraction() != Cell.USUAL.fraction()) {
            out.integer("cell_fraction", cell.fraction());
        }
        if (cell.clip() != Cell.USUAL.clip()) {
            out.integer("cell_clip", cell.clip());
        }
    }

    private static void flag(String key, List<String> words, boolean second, ArgumentWriter out) {
        if (second) {
            out.word(key, words.get(1));
        }
    }

    private static String word(GateKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
