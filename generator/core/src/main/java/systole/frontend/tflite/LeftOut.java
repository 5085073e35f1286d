package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tensorflow.lite.schema.BuiltinOperator;
import systole.network.IntType;
import systole.network.Quantized;

/** Lists the parts of a model that do not become hardware, although nothing is wrong with them. */
record LeftOut(FileModel model, DataFlow flow) {
    /** The parts, each in one line. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<FileOperator> rest = new ArrayList<>(model.operators());
        rest.removeAll(flow.operators());
        for (int i = 0; i < model.inputs().size(); i++) {
            int frame = flow.inputs().get(i);
            if (frame != model.inputs().get(i)) {
                FileOperator quantize = take(rest, o -> o.outputs().contains(frame));
                notes.add(quantize + " of the input is left out: frames are " + type(frame) + " q, real = "
                        + real(frame));
            }
        }
        for (int i = 0; i < model.outputs().size(); i++) {
            int result = flow.outputs().get(i);
            int real = model.outputs().get(i);
            if (result != real) {
                FileOperator dequantize = take(rest, o -> o.outputs().contains(real));
                notes.add(dequantize + " of the output is left out: results are " + type(result) + " q, real = "
                        + real(result));
            }
        }
        if (!rest.isEmpty()) {
            notes.add("left out, as the output does not depend on them: "
                    + rest.stream().map(FileOperator::toString).collect(Collectors.joining(", ")));
        }
        flow.operators().stream()
                .filter(o -> o.code() == BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM)
                .forEach(
                        o -> notes.add(o + " starts each frame from a fresh state, as the runtime does after a reset of"
                                + " its variables"));
        flow.operators().stream()
                .flatMap(o -> Optional.ofNullable(model.kept().rows().get(o.index()))
                        .map(kept -> o + " puts the last " + kept.rows() + " rows of variable '" + kept.variable()
                                + "' in front of " + kept.fresh() + " new ones; the variable is carried from frame to"
                                + " frame")
                        .stream())
                .forEach(notes::add);
        if (model.subgraphs() > 1 + model.called().size()) {
            notes.add(
                    model.called().isEmpty()
                            ? "the first of " + model.subgraphs()
                                    + " subgraphs is read; no operator in it calls another"
                            : "the first of " + model.subgraphs() + " subgraphs is read, with those of initial values;"
                                    + " no operator in it calls another");
        }
        return notes;
    }

    private static FileOperator take(List<FileOperator> from, Predicate<FileOperator> wanted) {
        FileOperator found = from.stream().filter(wanted).findFirst().orElseThrow();
        from.remove(found);
        return found;
    }

    private IntType type(int tensor) {
        return Activations.type(model.tensor(tensor)).type();
    }

    private String real(int tensor) {
        Quantized element = Activations.type(model.tensor(tensor)).element();
        int zero = element.zero();
        return element.scale() + " * (q " + (zero < 0 ? "+ " + -(long) zero : "- " + zero) + ")";
    }
}
