package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import systole.diagnostic.Operators;
import systole.network.Quantized;
import systole.rim.Head;

/**
 * Lists the parts of a model that do not become hardware.
 *
 * @param whole the file's graph
 * @param used the part on which the output depends
 */
record LeftOut(Graph whole, Graph used) {
    private static final int MAX_NAMED = 10;

    /** The parts, each in one sentence. */
    List<String> notes(OnnxModel model) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < whole.inputs().size(); i++) {
            if (whole.inputs().get(i).isFloat()) {
                input(whole.inputs().get(i), model, i, notes);
            }
        }
        for (int i = 0; i < whole.outputs().size(); i++) {
            output(whole.outputs().get(i), model, i, notes);
        }
        new FloatByDefault(used).note().ifPresent(notes::add);
        Set<Integer> read = used.nodes().stream().map(FileNode::index).collect(Collectors.toSet());
        List<String> rest = whole.nodes().stream()
                .filter(n -> !read.contains(n.index()))
                .map(FileNode::toString)
                .toList();
        if (!rest.isEmpty()) {
            notes.add("left out, as no output depends on them: " + Operators.listed(rest, MAX_NAMED));
        }
        return notes;
    }

    private void input(FileTensor input, OnnxModel model, int index, List<String> notes) {
        Quantized element = model.in().bundle().types().get(index).element();
        told(model.rim().head(index).map(Head::names).orElse(List.of()), "in front of the first quantizer", notes);
        notes.add(
                used.has("RequantShift")
                        ? "the input, " + input + ", is declared as float: frames are " + element.type()
                        : "the quantization of the input, " + input + ", is left out: frames are " + real(element));
    }

    private static void output(FileTensor output, OnnxModel model, int index, List<String> notes) {
        Quantized element = model.out().bundle().types().get(index).element();
        model.rim().tail(index).ifPresent(tail -> {
            told(tail.names(), "behind the last dequantizer", notes);
            notes.add("the dequantization of the output, " + output + ", is left out: results are " + real(element));
        });
    }

    /** Operators on real numbers, which are evaluated for files of real numbers. */
    private static void told(List<String> operators, String place, List<String> notes) {
        if (!operators.isEmpty()) {
            notes.add(place + ", left out of the hardware: " + Operators.listed(operators, MAX_NAMED)
                    + "; they are applied to files of real numbers only");
        }
    }

    private static String real(Quantized element) {
        return element.type() + " q, real = " + (float) element.scale() + " * (q - " + element.zero() + ")";
    }
}
