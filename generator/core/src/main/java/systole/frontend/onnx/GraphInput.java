package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntType;
import systole.network.Layout;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;
import systole.rim.Head;

/**
 * An input of a graph. It consists of integers, or of real numbers that are quantized first. In the integer dialect,
 * it may be declared as float and then holds unsigned 8-bit integers.
 */
final class GraphInput {
    private static final Set<String> LABELS =
            Set.of("QuantizeLinear", "DequantizeLinear", "Identity", "Add", "Sub", "Mul", "Div", "Clip");
    /** Holds the integers of int8 and those of uint8. */
    private static final IntType EITHER = new IntType(9, true);

    private static final List<Integer> TO_CHANNELS_FIRST = List.of(0, 3, 1, 2);

    private final Graph graph;
    private final FileTensor tensor;
    private final String name;
    private Optional<Wire> flow = Optional.empty();
    private Optional<Head> head = Optional.empty();
    private String scaled = "";

    /** @param name of the tensor in the network */
    GraphInput(Graph graph, FileTensor tensor, String name) {
        this.graph = graph;
        this.tensor = tensor;
        this.name = name;
    }

    /** The tensor that enters the network, once it is known. */
    Optional<Wire> flow() {
        return flow;
    }

    Value value() {
        List<Integer> dims = dims();
        if (tensor.isFloat() && !graph.has("RequantShift")) {
            return new Value.Frames(this, dims);
        }
        return switch (tensor.type()) {
            case DataType.INT8_VALUE -> new Value.Integers(enter(stated(IntType.INT8)));
            case DataType.UINT8_VALUE -> new Value.Integers(enter(stated(IntType.UINT8)));
            case DataType.FLOAT_VALUE -> new Value.Integers(enter(new Quantized(undeclared())));
            default ->
                throw refused(
                        "it is " + FileTensor.typeName(tensor.type()),
                        "int8, uint8, and float behind a QuantizeLinear are supported");
        };
    }

    /**
     * The integers of an input of the integer dialect that is declared as float. Files with operators of PACTOps hold
     * unsigned ones. The exporter of the other domain does not say, and 9 bits hold both kinds.
     */
    private IntType undeclared() {
        boolean either = graph.nodes().stream()
                .anyMatch(n -> n.operator().equals("RequantShift") && n.domain().equals("ai.onnx.contrib"));
        return either ? EITHER : IntType.UINT8;
    }

    /** The integers of real numbers in front of the first quantizer. */
    Wire quantized(FileNode quantizer, Quantized element, Value.Frames frames) {
        boolean otherwise = flow.filter(f -> !f.element().equals(element)).isPresent()
                || head.filter(h -> !scaled.equals(frames.scaled())).isPresent();
        if (otherwise) {
            throw refused("the input is quantized in two ways", "quantize it once");
        }
        Wire moved = flow.orElseGet(() -> enter(element));
        for (UnaryOperator<Wire> move : frames.moves()) {
            moved = move.apply(moved);
        }
        if (head.isEmpty()) {
            scaled = frames.scaled();
            boolean joined = DoublePairs.isJoinedByRuntime(graph, quantizer);
            head = Optional.of(new Head(dims(), frames.steps(), frames.names(), element, moved.layout(), joined));
        }
        return moved;
    }

    /** What is done to frames of real numbers. */
    Optional<Head> head() {
        boolean declared = tensor.isFloat() && head.isEmpty();
        return declared ? flow.map(f -> new Head(dims(), List.of(), List.of(), f.element(), f.layout(), true)) : head;
    }

    private Wire enter(Quantized element) {
        List<Integer> dims = dims();
        boolean rows = dims.size() < 3 || !isChannelsFirst(dims);
        Layout layout = rows ? Layout.rowMajor(dims) : Layout.channelsLast(dims);
        Wire entered = new Wire(name, new TensorType(shape(dims, rows), element), dims, layout);
        flow = Optional.of(entered);
        return entered;
    }

    /** The shape of the stream, which leaves out the batch of 1 and has channels last. */
    private static Shape shape(List<Integer> dims, boolean rows) {
        List<Integer> own = new ArrayList<>(dims.size() > 1 ? dims.subList(1, dims.size()) : dims);
        if (!rows) {
            own.add(own.remove(0));
        }
        return new Shape(own);
    }

    private List<Integer> dims() {
        List<Integer> dims = new ArrayList<>(tensor.dims());
        if (dims.isEmpty() || dims.size() > 4) {
            throw refused("it has " + dims.size() + " dimensions", "two to four are supported, the batch first");
        }
        if (dims.size() > 1 && dims.get(0) > 1) {
            throw refused("the batch is " + dims.get(0), "export the model for a batch of 1");
        }
        dims.set(0, Math.max(1, dims.get(0)));
        if (dims.contains(0)) {
            throw refused("it has dimensions of open size: " + dims, "fix every dimension but the batch");
        }
        return dims;
    }

    /** False if the operators that read the input treat its last dimension as the channels. */
    private boolean isChannelsFirst(List<Integer> dims) {
        Set<String> names = new HashSet<>(Set.of(tensor.name()));
        for (FileNode node : graph.nodes()) {
            boolean reads = node.inputs().stream().anyMatch(names::contains);
            if (reads && node.operator().equals("Shape")) {
                continue;
            }
            if (reads && LABELS.contains(node.operator())) {
                names.addAll(node.outputs());
            } else if (reads && node.operator().equals("Transpose")) {
                return dims.size() != 4
                        || !new Attributes(node.attributes())
                                .integers("perm", List.of())
                                .equals(TO_CHANNELS_FIRST);
            } else if (reads) {
                return dims.size() == 4 || !node.operator().contains("MatMul");
            }
        }
        return true;
    }

    /** The scale and the zero point that the first reader of integers states. */
    private Quantized stated(IntType type) {
        for (FileNode node : graph.readers(tensor.name())) {
            boolean first = node.inputs().get(0).equals(tensor.name());
            if (first && node.inputs().size() > 2 && OperatorKinds.statesScales(node)) {
                Optional<Constant> scale =
                        Optional.ofNullable(graph.constants().get(node.inputs().get(1)));
                Optional<Constant> zero =
                        Optional.ofNullable(graph.constants().get(node.inputs().get(2)));
                if (scale.isPresent() && zero.isPresent()) {
                    return new Quantized(
                            type, (float) scale.get().scalar(), (int) zero.get().scalar());
                }
            }
        }
        return new Quantized(type);
    }

    private static RefusedException refused(String message, String hint) {
        return RefusedException.of(SourceRef.NONE, message, hint);
    }
}
