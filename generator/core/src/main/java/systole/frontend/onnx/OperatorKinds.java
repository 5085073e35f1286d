package systole.frontend.onnx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import systole.frontend.importing.KindTable;
import systole.frontend.importing.OperatorKind;
import systole.frontend.onnx.MacReader.Form;
import systole.layer.extremum.Maximum;
import systole.layer.extremum.Minimum;

/** Every kind of operator that can be read. A new one adds one line here. */
final class OperatorKinds {
    /** The domains of these operators. Those of RequantShift are PACTOps and ai.onnx.contrib. */
    private static final Set<String> DOMAINS = Set.of("", "com.microsoft", "PACTOps", "ai.onnx.contrib");

    private static final String ON_DIMENSIONS =
            "without hardware: elements move only in front of an operator that needs another order";

    static final KindTable<OperatorReader> TABLE = new KindTable<>(List.of(
            mac("Conv", Form.PLAIN, new Convolution(), "two or one dimensions of space, groups, dilation, auto_pad"),
            mac("QLinearConv", Form.LINEAR, new Convolution(), "the same"),
            mac("ConvInteger", Form.INTEGER, new Convolution(), "before RequantShift"),
            mac("Gemm", Form.PLAIN, new MatrixProduct(true), "alpha and beta 1"),
            mac("QGemm", Form.GEMM, new MatrixProduct(true), "alpha 1"),
            mac("MatMul", Form.PLAIN, new MatrixProduct(false), "by a constant matrix, any number of rows"),
            mac("QLinearMatMul", Form.LINEAR, new MatrixProduct(false), "the same"),
            mac("MatMulInteger", Form.INTEGER, new MatrixProduct(false), "before RequantShift"),
            average("AveragePool", new AveragePoolReader(false)),
            average("QLinearAveragePool", new AveragePoolReader(true)),
            new OperatorKind<>(
                    "MaxPool", "maxpool", new PoolReader(PoolReader::max), "max pooling", "without dilation"),
            new OperatorKind<>("GlobalMaxPool", "maxpool", new PoolReader(PoolReader::globalMax), "max pooling", ""),
            new OperatorKind<>("GlobalAveragePool", "avgpool", new AverageReader(false), "mean", ""),
            new OperatorKind<>("QLinearGlobalAveragePool", "avgpool", new AverageReader(true), "mean", ""),
            new OperatorKind<>(
                    "ReduceMean",
                    "avgpool",
                    new ReduceMeanReader(),
                    "mean",
                    "over height and width, where the runtime's roundings are proved harmless, or with --reals exact"),
            pair("Add", "sum", PairReader.add(false)),
            pair("QLinearAdd", "sum", PairReader.add(true)),
            pair("Sub", "difference", PairReader.sub()),
            pair("Mul", "product", PairReader.mul(false)),
            pair("QLinearMul", "product", PairReader.mul(true)),
            new OperatorKind<>(
                    "Max",
                    "max",
                    new ExtremumReader(new Maximum()),
                    "maximum",
                    "of two, one of which may be a constant"),
            new OperatorKind<>(
                    "Min",
                    "min",
                    new ExtremumReader(new Minimum()),
                    "minimum",
                    "of two, one of which may be a constant"),
            new OperatorKind<>("Resize", "resize", new ResizeReader(), "nearest-neighbor resizing", "by whole factors"),
            new OperatorKind<>("Concat", "concat", new ConcatReader(false), "concatenation", "of any scales"),
            new OperatorKind<>("QLinearConcat", "concat", new ConcatReader(true), "concatenation", "of any scales"),
            new OperatorKind<>("Pad", "pad", new PadReader(), "padding", "height and width, with a constant"),
            new OperatorKind<>("ArgMax", "argmax", new ArgMaxReader(), "argmax", "over the channels"),
            new OperatorKind<>("Relu", "relu", FunctionReader::relu, "ReLU", "rescaling, too"),
            new OperatorKind<>("Clip", "clip", FunctionReader::clip, "ReLU", "rescaling, too"),
            function("LeakyRelu", "ReLU", OperatorKinds::leaky, false),
            function("QLinearLeakyRelu", "ReLU", OperatorKinds::leaky, true),
            new OperatorKind<>(
                    "PRelu", "prelu", new PreluReader(), "ReLU", "a slope for all elements, or one for each channel"),
            function("Sigmoid", "function table", op -> RealFunctions::logistic, false),
            function("QLinearSigmoid", "function table", op -> RealFunctions::logistic, true),
            function("Tanh", "function table", op -> RealFunctions::tanh, false),
            function("HardSwish", "function table", op -> RealFunctions::hardSwish, false),
            function("HardSigmoid", "function table", OperatorKinds::hardSigmoid, false),
            shape("Flatten", ShapeReader.of(Dims::flatten)),
            shape("Reshape", ShapeReader.of(Dims::reshape)),
            shape("Squeeze", ShapeReader.of(Dims::squeeze)),
            shape("Unsqueeze", ShapeReader.of(Dims::unsqueeze)),
            shape("Transpose", ShapeReader::transpose),
            new OperatorKind<>("Slice", "slice", SliceReader.slice(), "slice", "of any dimensions, with any step"),
            new OperatorKind<>("Split", "split", SliceReader.split(), "slice", "along any dimension"),
            new OperatorKind<>("Identity", "identity", op -> op.value(0), "reshaping", ""),
            quantization("QuantizeLinear", new QuantizeReader(), "8 bits; of a float input: left out"),
            quantization("DequantizeLinear", new DequantizeReader(), "8 bits; to a float output: left out"),
            quantization("RequantShift", new RequantShiftReader(), "behind Conv, Gemm, MatMul, Add, or by itself"),
            constant("Constant", "in any form"),
            constant("ConstantOfShape", ""),
            constant("Shape", "of any tensor"),
            constant("Gather", ""),
            constant("Cast", ""),
            constant("Div", "and all operators above that move elements, add or multiply")));

    private OperatorKinds() {}

    /** The kind that reads an operator. */
    static Optional<OperatorKind<OperatorReader>> find(FileNode node) {
        return DOMAINS.contains(node.domain()) && !node.outputs().isEmpty()
                ? TABLE.find(node.operator())
                : Optional.empty();
    }

    /** True if inputs 1 and 2 are the scale and the zero point of input 0. */
    static boolean statesScales(FileNode node) {
        return node.operator().equals("DequantizeLinear")
                || (node.operator().startsWith("Q") && !node.operator().equals("QLinearConcat"));
    }

    /** True if an operator shows that its model is quantized by any method. */
    static boolean quantizes(FileNode node) {
        return !node.domain().isEmpty()
                || node.operator().toLowerCase(Locale.ROOT).contains("quant")
                || node.operator().startsWith("QLinear")
                || node.operator().endsWith("Integer");
    }

    private static OperatorKind<OperatorReader> mac(
            String operator, Form form, MacReader.Product product, String limits) {
        boolean convolution = product instanceof Convolution;
        return new OperatorKind<>(
                operator,
                convolution ? "conv" : "dense",
                new MacReader(form, product),
                convolution ? "convolution" : "matrix product",
                limits);
    }

    private static OperatorKind<OperatorReader> average(String operator, OperatorReader reader) {
        return new OperatorKind<>(
                operator,
                "avgpool",
                reader,
                "average pooling",
                "where the runtime's roundings are proved harmless, or with --reals exact");
    }

    private static OperatorKind<OperatorReader> pair(String operator, String operation, PairReader reader) {
        return new OperatorKind<>(
                operator,
                operation,
                reader,
                operation,
                "of computed tensors of one shape, or of an image and [1, C, 1, 1]; with a constant of any shape");
    }

    private static OperatorKind<OperatorReader> shape(String operator, OperatorReader reader) {
        return new OperatorKind<>(operator, "reshape", reader, "reshaping", ON_DIMENSIONS);
    }

    private static OperatorKind<OperatorReader> constant(String operator, String limits) {
        return new OperatorKind<>(operator, "constant", Folding::only, "constants", limits);
    }

    private static OperatorKind<OperatorReader> function(
            String operator, String operation, Function<OnnxOperator, RealFunction> function, boolean linear) {
        return new OperatorKind<>(operator, "table", new FunctionReader(function, linear), operation, "");
    }

    private static OperatorKind<OperatorReader> quantization(String operator, OperatorReader reader, String limits) {
        return new OperatorKind<>(operator, "quantize", reader, "quantization", limits);
    }

    private static RealFunction leaky(OnnxOperator op) {
        return RealFunctions.leakyRelu(op.attributes().real("alpha", 0.01f));
    }

    private static RealFunction hardSigmoid(OnnxOperator op) {
        return RealFunctions.hardSigmoid(
                op.attributes().real("alpha", 0.2f), op.attributes().real("beta", 0.5f));
    }
}
