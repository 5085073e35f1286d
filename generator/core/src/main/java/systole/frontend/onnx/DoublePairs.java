package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systole.network.IntType;
import systole.network.Quantized;

/**
 * Joins two pairs of QuantizeLinear and DequantizeLinear in a row, as ONNX Runtime does when it loads a model: one pair is
 * left, whose range is what both ranges have in common. ONNX Runtime: {@code DoubleQDQPairsRemover}.
 *
 * <p>The pair at the input of the model is kept in front of the joined one. Frames are then integers of the quantizer
 * that the file has at its input.
 */
final class DoublePairs {
    private final Graph graph;
    private final Map<String, Constant> constants;
    private final List<FileNode> nodes;

    private DoublePairs(Graph graph) {
        this.graph = graph;
        this.constants = new HashMap<>(graph.constants());
        this.nodes = new ArrayList<>(graph.nodes());
    }

    /** The same graph with pairs in a row joined. */
    static Graph joined(Graph graph) {
        DoublePairs pairs = new DoublePairs(graph);
        for (FileNode node : graph.nodes()) {
            pairs.join(node.index());
        }
        return new Graph(pairs.nodes, pairs.constants, graph.input(), graph.output(), graph.opset());
    }

    /** Joins the pairs around a DequantizeLinear, if there are two of them that nothing else reads. */
    private void join(int index) {
        Optional<FileNode> first = find(index).filter(n -> n.operator().equals("DequantizeLinear"));
        Optional<FileNode> front = first.flatMap(n -> producer(n.inputs().get(0)));
        Optional<FileNode> second = first.flatMap(this::onlyReader);
        Optional<FileNode> last = second.flatMap(this::onlyReader);
        boolean inner = front.flatMap(this::onlyReader).equals(first)
                && second.filter(n -> n.operator().equals("QuantizeLinear")).isPresent();
        boolean read =
                last.filter(n -> isOutput(n) || onlyReader(n).isPresent()).isPresent();
        if (!inner || !read) {
            return;
        }
        Optional<Quantized> outer = pair(front.orElseThrow(), first.orElseThrow());
        Optional<Quantized> other = pair(second.orElseThrow(), last.get());
        if (outer.isEmpty()
                || other.isEmpty()
                || !outer.get().type().equals(other.get().type())) {
            return;
        }
        Quantized common = common(outer.get(), other.get());
        boolean atInput = front.get().inputs().get(0).equals(graph.input().name());
        if (atInput) {
            replace(second.get(), second.get().inputs().get(0), common);
            replace(last.get(), last.get().inputs().get(0), common);
        } else {
            nodes.removeIf(n -> n.equals(first.get()) || n.equals(second.get()));
            replace(front.get(), front.get().inputs().get(0), common);
            replace(last.get(), front.get().outputs().get(0), common);
        }
    }

    private Optional<FileNode> find(int index) {
        return nodes.stream().filter(n -> n.index() == index).findFirst();
    }

    private Optional<FileNode> producer(String tensor) {
        return nodes.stream().filter(n -> n.outputs().contains(tensor)).findFirst();
    }

    private boolean isOutput(FileNode node) {
        return node.outputs().contains(graph.output().name());
    }

    /** The operator that reads what another one computes, if nothing else reads it. */
    private Optional<FileNode> onlyReader(FileNode node) {
        List<FileNode> readers = nodes.stream()
                .filter(n -> n.inputs().contains(node.outputs().get(0)))
                .toList();
        return readers.size() == 1 && !isOutput(node) ? Optional.of(readers.get(0)) : Optional.empty();
    }

    /** What a pair quantizes to, if both operators state the same scale and the same zero point. */
    private Optional<Quantized> pair(FileNode quantize, FileNode dequantize) {
        boolean operators = quantize.operator().equals("QuantizeLinear")
                && dequantize.operator().equals("DequantizeLinear");
        Optional<Quantized> first = element(quantize);
        return operators && first.equals(element(dequantize)) ? first : Optional.empty();
    }

    private Optional<Quantized> element(FileNode node) {
        if (node.inputs().size() < 3) {
            return Optional.empty();
        }
        Constant scale = constants.get(node.inputs().get(1));
        Constant zero = constants.get(node.inputs().get(2));
        boolean known = scale != null && zero != null && scale.size() == 1 && zero.size() == 1;
        if (!known || !(scale.scalar() > 0)) {
            return Optional.empty();
        }
        return switch (zero.type()) {
            case DataType.INT8_VALUE -> Optional.of(new Quantized(IntType.INT8, scale.scalar(), (int) zero.scalar()));
            case DataType.UINT8_VALUE -> Optional.of(new Quantized(IntType.UINT8, scale.scalar(), (int) zero.scalar()));
            default -> Optional.empty();
        };
    }

    /** The pair that replaces two, computed in single precision. */
    private static Quantized common(Quantized a, Quantized b) {
        if (a.zero() == b.zero() && Math.abs((float) a.scale() - (float) b.scale()) < 1e-20) {
            return a;
        }
        int least = a.type().min();
        int most = a.type().max();
        float lo = Math.max(Reals.dequantize(least, a), Reals.dequantize(least, b));
        float hi = Math.min(Reals.dequantize(most, a), Reals.dequantize(most, b));
        float scale = (hi - lo) / (most - least);
        float zero = least - lo / scale;
        int rounded = (int) (Math.signum(zero) * Math.floor(Math.abs(zero) + 0.5));
        return new Quantized(a.type(), scale, rounded);
    }

    private void replace(FileNode node, String input, Quantized element) {
        String name = node.outputs().get(0);
        String scale = name + " scale";
        String zero = name + " zero point";
        int type = element.type().equals(IntType.INT8) ? DataType.INT8_VALUE : DataType.UINT8_VALUE;
        constants.put(scale, Constant.scalar(scale, DataType.FLOAT_VALUE, element.scale()));
        constants.put(zero, Constant.scalar(zero, type, element.zero()));
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(0, input);
        inputs.set(1, scale);
        inputs.set(2, zero);
        nodes.set(nodes.indexOf(find(node.index()).orElseThrow()), node.with(inputs));
    }
}
