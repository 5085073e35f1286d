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
        Quantized input = model.network().inputType().element();
        if (whole.input().isFloat()) {
            boolean integers = used.has("RequantShift");
            told(model.rim().head().map(Head::names).orElse(List.of()), "in front of the first quantizer", notes);
            notes.add(
                    integers
                            ? "the input, " + whole.input() + ", is declared as float: frames are " + input.type()
                            : "the quantization of the input, " + whole.input() + ", is left out: frames are "
                                    + real(input));
        }
        if (model.rim().tail().isPresent()) {
            told(model.rim().tail().get().names(), "behind the last dequantizer", notes);
            notes.add("the dequantization of the output, " + whole.output() + ", is left out: results are "
                    + real(model.network().outputType().element()));
        }
        Set<Integer> read = used.nodes().stream().map(FileNode::index).collect(Collectors.toSet());
        List<String> rest = whole.nodes().stream()
                .filter(n -> !read.contains(n.index()))
                .map(FileNode::toString)
                .toList();
        if (!rest.isEmpty()) {
            notes.add("left out, as the output does not depend on them: " + Operators.listed(rest, MAX_NAMED));
        }
        return notes;
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
