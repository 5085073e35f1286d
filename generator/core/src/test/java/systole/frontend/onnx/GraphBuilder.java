package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import systole.network.IntType;
import systole.network.Quantized;

/** Writes small models, node by node. */
final class GraphBuilder {
    static final int INT8 = DataType.INT8_VALUE;
    static final int UINT8 = DataType.UINT8_VALUE;
    static final int INT32 = DataType.INT32_VALUE;
    static final int INT64 = DataType.INT64_VALUE;
    static final int FLOAT = DataType.FLOAT_VALUE;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("g");
    private final long opset;
    private int constants;

    GraphBuilder(long opset) {
        this.opset = opset;
    }

    GraphBuilder() {
        this(17);
    }

    static int type(IntType type) {
        return type.equals(IntType.INT8) ? INT8 : UINT8;
    }

    GraphBuilder input(String name, int type, int... dims) {
        graph.addInput(info(name, type, dims));
        return this;
    }

    GraphBuilder output(String name, int type, int... dims) {
        graph.addOutput(info(name, type, dims));
        return this;
    }

    private static ValueInfoProto info(String name, int type, int... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        Arrays.stream(dims)
                .forEach(d ->
                        shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(d)));
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(type);
        if (dims.length > 0) {
            tensor.setShape(shape);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    /** A constant of integers; its name. */
    String constant(int type, List<Integer> dims, int... values) {
        TensorProto.Builder tensor = tensor(type, dims);
        if (type == INT64) {
            Arrays.stream(values).forEach(tensor::addInt64Data);
        } else {
            Arrays.stream(values).forEach(tensor::addInt32Data);
        }
        return add(tensor);
    }

    /** A constant of real numbers; its name. */
    String reals(List<Integer> dims, float... values) {
        TensorProto.Builder tensor = tensor(FLOAT, dims);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return add(tensor);
    }

    String real(double value) {
        return reals(List.of(), (float) value);
    }

    String scale(Quantized element) {
        return real(element.scale());
    }

    String zero(Quantized element) {
        return constant(type(element.type()), List.of(), element.zero());
    }

    private static TensorProto.Builder tensor(int type, List<Integer> dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type);
        dims.forEach(tensor::addDims);
        return tensor;
    }

    private String add(TensorProto.Builder tensor) {
        String name = "constant" + constants++;
        graph.addInitializer(tensor.setName(name));
        return name;
    }

    /** A node with one output of a name. */
    GraphBuilder node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        return node("", operator, output, inputs, attributes);
    }

    /** A node of a domain. */
    GraphBuilder node(
            String domain, String operator, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setDomain(domain)
                .setName("n_" + output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return this;
    }

    /** A Split into parts of given sizes. */
    GraphBuilder split(List<String> outputs, String from, String sizes, int axis) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Split")
                .setName("n_" + outputs.get(0))
                .addInput(from)
                .addInput(sizes)
                .addAllOutput(outputs)
                .addAttribute(attribute("axis", axis)));
        return this;
    }

    GraphBuilder quantize(String from, String to, Quantized element) {
        return node("QuantizeLinear", to, List.of(from, scale(element), zero(element)));
    }

    GraphBuilder dequantize(String from, String to, Quantized element) {
        return node("DequantizeLinear", to, List.of(from, scale(element), zero(element)));
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto attribute(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto attribute(String name, int... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    GraphProto.Builder graph() {
        return graph;
    }

    ModelProto model() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
                .addOpsetImport(OperatorSetIdProto.newBuilder()
                        .setDomain("com.microsoft")
                        .setVersion(1))
                .setGraph(graph)
                .build();
    }

    byte[] bytes() {
        return model().toByteArray();
    }
}
