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
            pairs.find(node.index()).flatMap(pairs::row).ifPresent(pairs::join);
        }
        return new Graph(pairs.nodes, pairs.constants, graph.inputs(), graph.outputs(), graph.opset());
    }

    /**
     * True if the runtime joins the pair behind a quantizer with the one behind it, although both are still there. The
     * quantizer does then not round by itself.
     */
    static boolean isJoinedByRuntime(Graph graph, FileNode quantizer) {
        DoublePairs pairs = new DoublePairs(graph);
        return pairs.onlyReader(quantizer).flatMap(pairs::row).isPresent();
    }

    /** Two pairs in a row that nothing else reads: what they quantize to, and their four operators. */
    private record Row(
            Quantized outer, Quantized inner, FileNode front, FileNode first, FileNode second, FileNode last) {}

    /** The pairs around a DequantizeLinear. */
    private Optional<Row> row(FileNode between) {
        Optional<FileNode> first = Optional.of(between).filter(n -> n.operator().equals("DequantizeLinear"));
        Optional<FileNode> front = first.flatMap(n -> producer(n.inputs().get(0)));
        Optional<FileNode> second = first.flatMap(this::onlyReader);
        Optional<FileNode> last = second.flatMap(this::onlyReader);
        boolean inner = front.flatMap(this::onlyReader).equals(first)
                && second.filter(n -> n.operator().equals("QuantizeLinear")).isPresent();
        boolean read =
                last.filter(n -> isOutput(n) || onlyReader(n).isPresent()).isPresent();
        if (!inner || !read) {
            return Optional.empty();
        }
        Optional<Quantized> outer = pair(front.orElseThrow(), first.orElseThrow());
        Optional<Quantized> other = pair(second.orElseThrow(), last.get());
        boolean alike = outer.map(Quantized::type).equals(other.map(Quantized::type));
        return outer.filter(o -> alike)
                .map(o -> new Row(o, other.orElseThrow(), front.get(), first.get(), second.get(), last.get()));
    }

    /** Joins the pairs around a DequantizeLinear. */
    private void join(Row row) {
        Quantized common = common(row.outer(), row.inner());
        if (graph.isInput(row.front().inputs().get(0))) {
            replace(row.second(), row.second().inputs().get(0), common);
            replace(row.last(), row.last().inputs().get(0), common);
        } else {
            nodes.removeIf(n -> n.equals(row.first()) || n.equals(row.second()));
            replace(row.front(), row.front().inputs().get(0), common);
            replace(row.last(), row.front().outputs().get(0), common);
        }
    }

    private Optional<FileNode> find(int index) {
        return nodes.stream().filter(n -> n.index() == index).findFirst();
    }

    private Optional<FileNode> producer(String tensor) {
        return nodes.stream().filter(n -> n.outputs().contains(tensor)).findFirst();
    }

    private boolean isOutput(FileNode node) {
        return node.outputs().stream().anyMatch(graph::isOutput);
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
