package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.frontend.importing.Attempt;
import systole.network.Bundle;

/** Turns the content of a file into a graph, or refuses it. */
final class ModelDecoder {
    /** The longest name. Longer names are shortened, because names are shown in messages. */
    private static final int MAX_NAME = 80;

    private static final long MIN_OPSET = 7;

    private final ModelProto model;
    private final GraphProto graph;
    private final SourceRef where;
    private final Problems problems = new Problems();

    ModelDecoder(ModelProto model, SourceRef where) {
        this.model = model;
        this.graph = model.getGraph();
        this.where = where;
    }

    Graph decode() {
        if (graph.getNodeCount() == 0) {
            throw RefusedException.of(where, "there is no operator in it", "is this an ONNX model?");
        }
        Map<String, Constant> constants = constants();
        List<FileTensor> inputs = graph.getInputList().stream()
                .filter(i -> !constants.containsKey(i.getName()))
                .map(ModelDecoder::tensor)
                .toList();
        List<FileTensor> outputs =
                graph.getOutputList().stream().map(ModelDecoder::tensor).toList();
        counted("inputs", inputs);
        counted("outputs", outputs);
        if (graph.getSparseInitializerCount() > 0) {
            problems.add(where, "there are sparse constants", "save them as dense ones");
        }
        Set<String> taken = new HashSet<>(constants.keySet());
        inputs.forEach(input -> taken.add(input.name()));
        List<FileNode> nodes = nodes(taken);
        problems.throwIfAny();
        return new Graph(nodes, constants, inputs, outputs, opset());
    }

    private void counted(String what, List<FileTensor> tensors) {
        if (tensors.isEmpty() || tensors.size() > Bundle.MAX_TENSORS) {
            problems.add(
                    where,
                    "there are " + tensors.size() + " " + what,
                    "a network has 1 to " + Bundle.MAX_TENSORS + "; cut the model");
        }
    }

    private long opset() {
        long opset = model.getOpsetImportList().stream()
                .filter(o -> o.getDomain().isEmpty() || o.getDomain().equals("ai.onnx"))
                .mapToLong(o -> o.getVersion())
                .findFirst()
                .orElse(MIN_OPSET);
        if (opset < MIN_OPSET) {
            throw RefusedException.of(
                    where, "the operators are those of version " + opset, "export for operator set 13 or later");
        }
        return opset;
    }

    private Map<String, Constant> constants() {
        Map<String, Constant> constants = new HashMap<>();
        long values = 0;
        for (TensorProto proto : graph.getInitializerList()) {
            String name = shortened(proto.getName());
            Attempt attempt = new Attempt("the model", where, problems);
            attempt.of(() -> Constant.of(name, proto)).ifPresent(c -> constants.put(proto.getName(), c));
            values += proto.getDimsList().stream().reduce(1L, (a, b) -> Math.min(Constant.MAX_VALUES, a * b));
            if (values > Constant.MAX_VALUES) {
                throw RefusedException.of(
                        where,
                        "the constants hold more than " + Constant.MAX_VALUES + " values",
                        "use a smaller model");
            }
        }
        problems.throwIfAny();
        return constants;
    }

    /** @param taken the names of tensors that exist and that no operator may compute */
    private List<FileNode> nodes(Set<String> taken) {
        List<FileNode> nodes = new ArrayList<>();
        for (NodeProto proto : graph.getNodeList()) {
            FileNode node = new FileNode(
                    nodes.size(),
                    proto.getOpType(),
                    proto.getDomain().equals("ai.onnx") ? "" : proto.getDomain(),
                    shortened(proto.getName()),
                    proto.getInputList(),
                    proto.getOutputList(),
                    proto.getAttributeList().stream()
                            .collect(Collectors.toMap(a -> a.getName(), Function.identity(), (a, b) -> b)));
            nodes.add(node);
            for (String output : node.outputs()) {
                if (!output.isEmpty() && !taken.add(output)) {
                    problems.add(
                            where,
                            "tensor '" + shortened(output) + "' is computed by " + node + " and exists already",
                            "export the model again");
                }
            }
        }
        return nodes;
    }

    private static FileTensor tensor(ValueInfoProto info) {
        return new FileTensor(
                info.getName(),
                info.getType().getTensorType().getElemType(),
                info.getType().getTensorType().getShape().getDimList().stream()
                        .map(ModelDecoder::size)
                        .toList());
    }

    private static int size(Dimension dimension) {
        long value = dimension.getDimValue();
        return value < 1 || value > Integer.MAX_VALUE ? 0 : (int) value;
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "...";
    }
}
