package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import systole.diagnostic.Operators;

/**
 * Finds operators between DequantizeLinear and QuantizeLinear for which ONNX Runtime chooses no kernel of integers on x64,
 * unless its session option {@code session.qdqisint8allowed} is 1: those on int8 tensors that it does not turn into uint8.
 * It then computes them as real numbers, which may be rounded in another way. The results here are those of its kernels
 * of integers.
 */
record FloatByDefault(Graph graph) {
    private static final int MAX_NAMED = 10;

    /** Operators that compute the same on integers as on real numbers. */
    private static final Set<String> EXACT = Set.of(
            "QuantizeLinear",
            "DequantizeLinear",
            "Clip",
            "Relu",
            "MaxPool",
            "GlobalMaxPool",
            "Max",
            "Min",
            "Concat",
            "Pad",
            "Slice",
            "Split",
            "Resize",
            "ArgMax",
            "Identity",
            "Transpose",
            "Reshape",
            "Flatten",
            "Squeeze",
            "Unsqueeze",
            "Shape");

    /** What is to be said about them. */
    Optional<String> note() {
        Set<String> computed = GraphEnd.computed(graph);
        List<String> found = graph.nodes().stream()
                .filter(node -> !EXACT.contains(node.operator())
                        && node.inputs().stream()
                                .anyMatch(
                                        tensor -> computed.contains(tensor) && isInt8(tensor) && !graph.isPair(tensor)))
                .map(FileNode::toString)
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "results are those of ONNX Runtime's kernels of integers, which it chooses on x64 with the"
                                + " session option session.qdqisint8allowed = 1 only, for "
                                + Operators.listed(found, MAX_NAMED));
    }

    /** True if a tensor holds the real numbers of int8 integers. */
    private boolean isInt8(String tensor) {
        return graph.producer(tensor)
                .filter(node -> node.operator().equals("DequantizeLinear")
                        && node.inputs().size() == 3)
                .map(node -> graph.constants().get(node.inputs().get(2)))
                .filter(zero -> zero.type() == DataType.INT8_VALUE)
                .isPresent();
    }
}
