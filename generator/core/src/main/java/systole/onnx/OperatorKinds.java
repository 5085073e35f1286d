package systole.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.layer.add.Add;
import systole.layer.add.Sub;
import systole.layer.extremum.Maximum;
import systole.layer.extremum.Minimum;
import systole.layer.mul.Mul;
import systole.onnx.MacReader.Form;

/** Every kind of operator that can be read. A new one is one line here. */
public final class OperatorKinds {
    /** Domains whose operators go by these names; PACTOps is that of RequantShift. */
    private static final Set<String> DOMAINS = Set.of("", "com.microsoft", "PACTOps");

    private static final Map<String, OperatorKind> BY_NAME = Stream.of(
                    new OperatorKind("QuantizeLinear", "quantize", new QuantizeReader()),
                    new OperatorKind("DequantizeLinear", "dequantize", new DequantizeReader()),
                    new OperatorKind("RequantShift", "requant", new RequantShiftReader()),
                    new OperatorKind("Conv", "conv", new MacReader(Form.PLAIN, new Convolution())),
                    new OperatorKind("QLinearConv", "conv", new MacReader(Form.LINEAR, new Convolution())),
                    new OperatorKind("ConvInteger", "conv", new MacReader(Form.INTEGER, new Convolution())),
                    new OperatorKind("Gemm", "dense", new MacReader(Form.PLAIN, new MatrixProduct(true))),
                    new OperatorKind("QGemm", "dense", new MacReader(Form.GEMM, new MatrixProduct(true))),
                    new OperatorKind("MatMul", "dense", new MacReader(Form.PLAIN, new MatrixProduct(false))),
                    new OperatorKind("QLinearMatMul", "dense", new MacReader(Form.LINEAR, new MatrixProduct(false))),
                    new OperatorKind("MatMulInteger", "dense", new MacReader(Form.INTEGER, new MatrixProduct(false))),
                    new OperatorKind("Add", "add", new PairReader(Add::add, false)),
                    new OperatorKind("QLinearAdd", "add", new PairReader(Add::add, true)),
                    new OperatorKind("Sub", "sub", new PairReader(Sub::sub, false)),
                    new OperatorKind("Mul", "mul", new PairReader(Mul::mul, false)),
                    new OperatorKind("QLinearMul", "mul", new PairReader(Mul::mul, true)),
                    new OperatorKind("Max", "max", new ExtremumReader(new Maximum())),
                    new OperatorKind("Min", "min", new ExtremumReader(new Minimum())),
                    new OperatorKind("Resize", "resize", new ResizeReader()),
                    new OperatorKind("GlobalAveragePool", "avgpool", new AverageReader(false)),
                    new OperatorKind("QLinearGlobalAveragePool", "avgpool", new AverageReader(true)),
                    new OperatorKind("AveragePool", "avgpool", new AveragePoolReader(false)),
                    new OperatorKind("QLinearAveragePool", "avgpool", new AveragePoolReader(true)),
                    pool("MaxPool", PoolReader::max),
                    pool("GlobalMaxPool", PoolReader::globalMax),
                    new OperatorKind("Concat", "concat", new ConcatReader(false)),
                    new OperatorKind("QLinearConcat", "concat", new ConcatReader(true)),
                    new OperatorKind("Pad", "pad", new PadReader()),
                    new OperatorKind("ArgMax", "argmax", new ArgMaxReader()),
                    new OperatorKind("Relu", "relu", FunctionReader::relu),
                    new OperatorKind("Clip", "clip", FunctionReader::clip),
                    function("Sigmoid", op -> RealFunctions::logistic),
                    linear("QLinearSigmoid", op -> RealFunctions::logistic),
                    function("Tanh", op -> RealFunctions::tanh),
                    function("HardSwish", op -> RealFunctions::hardSwish),
                    function("LeakyRelu", OperatorKinds::leaky),
                    linear("QLinearLeakyRelu", OperatorKinds::leaky),
                    function(
                            "HardSigmoid",
                            op -> RealFunctions.hardSigmoid(
                                    op.attributes().real("alpha", 0.2f),
                                    op.attributes().real("beta", 0.5f))),
                    shape("Flatten", ShapeReader::flatten),
                    shape("Reshape", ShapeReader::reshape),
                    shape("Squeeze", ShapeReader::squeeze),
                    shape("Unsqueeze", ShapeReader::unsqueeze),
                    shape("Transpose", ShapeReader::transpose),
                    new OperatorKind("Identity", "identity", op -> op.value(0)),
                    new OperatorKind("Constant", "constant", OperatorKinds::constant))
            .collect(Collectors.toMap(OperatorKind::operator, Function.identity()));

    private OperatorKinds() {}

    /** The names of all kinds, sorted. */
    public static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    /** How to read an operator. */
    static Optional<OperatorKind> find(FileNode node) {
        return DOMAINS.contains(node.domain()) && !node.outputs().isEmpty()
                ? Optional.ofNullable(BY_NAME.get(node.operator()))
                : Optional.empty();
    }

    /** True if inputs 1 and 2 are the scale and the zero point of input 0. */
    static boolean statesScales(FileNode node) {
        return node.operator().equals("DequantizeLinear")
                || (node.operator().startsWith("Q") && !node.operator().equals("QLinearConcat"));
    }

    /** True if an operator shows that its model is quantized, by whatever method. */
    static boolean quantizes(FileNode node) {
        return !node.domain().isEmpty()
                || node.operator().contains("Quant")
                || node.operator().startsWith("QLinear")
                || node.operator().endsWith("Integer");
    }

    private static OperatorKind shape(String operator, BiFunction<OperatorView, Flow, Flow> shaped) {
        return new OperatorKind(operator, "reshape", new ShapeReader(shaped));
    }

    private static OperatorKind pool(String operator, BiFunction<OperatorView, Flow, Flow> pooled) {
        return new OperatorKind(operator, "maxpool", new PoolReader(pooled));
    }

    private static OperatorKind function(String operator, Function<OperatorView, RealFunction> function) {
        return new OperatorKind(operator, "table", FunctionReader.of(function));
    }

    private static OperatorKind linear(String operator, Function<OperatorView, RealFunction> function) {
        return new OperatorKind(operator, "table", FunctionReader.linear(function));
    }

    private static RealFunction leaky(OperatorView op) {
        return RealFunctions.leakyRelu(op.attributes().real("alpha", 0.01f));
    }

    private static Value constant(OperatorView op) {
        return new Value.Fixed(op.attributes()
                .tensor("value")
                .orElseThrow(() -> op.refused("it holds no tensor", "export constants as tensors")));
    }
}
