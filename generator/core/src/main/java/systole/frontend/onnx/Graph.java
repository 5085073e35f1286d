package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a file in the order of execution.
 *
 * @param constants by name
 * @param inputs the tensors that enter, at least one
 * @param outputs the tensors that leave, at least one
 * @param opset version of ONNX's own operators
 */
record Graph(
        List<FileNode> nodes,
        Map<String, Constant> constants,
        List<FileTensor> inputs,
        List<FileTensor> outputs,
        long opset) {
    Graph {
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        constants = Map.copyOf(constants);
    }

    /** True if a tensor leaves the graph. */
    boolean isOutput(String tensor) {
        return outputs.stream().anyMatch(o -> o.name().equals(tensor));
    }

    /** True if a tensor enters the graph. */
    boolean isInput(String tensor) {
        return inputs.stream().anyMatch(i -> i.name().equals(tensor));
    }

    /** The operators that read a tensor. */
    List<FileNode> readers(String tensor) {
        return nodes.stream().filter(n -> n.inputs().contains(tensor)).toList();
    }

    /** The same graph with only those operators on which the outputs depend. */
    Graph needed() {
        Set<String> wanted =
                new HashSet<>(outputs.stream().map(FileTensor::name).toList());
        List<FileNode> needed = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            FileNode node = nodes.get(i);
            if (node.outputs().stream().anyMatch(wanted::contains)) {
                needed.add(0, node);
                wanted.addAll(node.inputs());
            }
        }
        return new Graph(needed, constants, inputs, outputs, opset);
    }

    /**
     * True if ONNX Runtime turns a quantized tensor into uint8 before it chooses kernels: a QuantizeLinear and the only
     * DequantizeLinear of its integers, which one operator reads at most.
     *
     * @param tensor the integers, or the real numbers behind the DequantizeLinear
     */
    boolean isPair(String tensor) {
        Optional<FileNode> last = producer(tensor);
        Optional<FileNode> front = last.filter(n -> n.operator().equals("DequantizeLinear"))
                .flatMap(n -> producer(n.inputs().get(0)))
                .or(() -> last);
        List<FileNode> behind = front.map(n -> readers(n.outputs().get(0))).orElse(List.of());
        return front.filter(n -> n.operator().equals("QuantizeLinear")
                                && n.inputs().size() == 3)
                        .isPresent()
                && behind.size() == 1
                && behind.get(0).operator().equals("DequantizeLinear")
                && behind.get(0).inputs().size() == 3
                && readers(behind.get(0).outputs().get(0)).size() <= 1
                && !isOutput(front.get().outputs().get(0));
    }

    /** The operator that computes a tensor. */
    Optional<FileNode> producer(String tensor) {
        return nodes.stream().filter(n -> n.outputs().contains(tensor)).findFirst();
    }

    /** True if some operator has this type. */
    boolean has(String operator) {
        return nodes.stream().anyMatch(n -> n.operator().equals(operator));
    }
}
