package systole.frontend.onnx;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.frontend.importing.Advice;
import systole.frontend.importing.Unsupported.Wording;

/** Advice about operators of ONNX that are not supported. */
final class OnnxAdvice {
    static final Wording WORDING = new Wording(
            (kind, operators) -> kind + " (" + operators + ")", "these are", "the input is not quantized before");

    /** The way to turn a model of real numbers into one of integers. */
    static final String QUANTIZE = "quantize the model: onnxruntime.quantization.quantize_static(model, output, reader,"
            + " quant_format=QuantFormat.QDQ, activation_type=QuantType.QInt8, weight_type=QuantType.QInt8), after"
            + " onnxruntime.quantization.shape_inference.quant_pre_process";

    private static final String STATIC =
            "use static quantization: scales that are computed at run time have no place in" + " hardware; " + QUANTIZE;
    private static final String FIXED_SHAPES = "fix the input's size and simplify the model"
            + " (onnxruntime.quantization.shape_inference.quant_pre_process), so that no shapes are computed at run time";
    private static final String RECURRENT =
            "recurrent operators of ONNX compute with real numbers, even between integers,"
                    + " so there are no exact integers to build: for an LSTM, train or convert the model as keras.layers.LSTM and"
                    + " quantize it to int8 with TensorFlow Lite, or write it in a .net or in Java with integer weights"
                    + " (docs/language.md); instead of GRU and RNN, train an LSTM";
    private static final String QONNX =
            "networks of few bits in QONNX are not supported; export 8-bit quantization as QDQ instead";
    private static final String FUSE = "fuse it into the convolution before it ahead of quantization"
            + " (onnxruntime.quantization.shape_inference.quant_pre_process)";
    private static final String SOFTMAX =
            "ONNX Runtime sums it up in real numbers, in an order of its own; end the model"
                    + " before it: the largest output stays the largest";

    private static final Map<String, String> INSTEAD = Stream.of(
                    all(
                            STATIC,
                            "DynamicQuantizeLinear",
                            "com.microsoft.DynamicQuantizeMatMul",
                            "com.microsoft.MatMulIntegerToFloat"),
                    all(RECURRENT, "LSTM", "GRU", "RNN", "com.microsoft.DynamicQuantizeLSTM", "com.microsoft.AttnLSTM"),
                    all(FIXED_SHAPES, "Range", "Expand", "Where", "Size"),
                    all(QONNX, "Quant", "BipolarQuant", "MultiThreshold", "IntQuant", "Trunc"),
                    all(
                            QONNX,
                            "qonnx.custom_op.general.Quant",
                            "qonnx.custom_op.general.BipolarQuant",
                            "qonnx.custom_op.general.MultiThreshold",
                            "qonnx.custom_op.general.IntQuant",
                            "onnx.brevitas.Quant",
                            "onnx.brevitas.BipolarQuant",
                            "finn.custom_op.general.MultiThreshold"),
                    all(FUSE, "BatchNormalization"),
                    all(SOFTMAX, "Softmax", "QLinearSoftmax", "com.microsoft.QLinearSoftmax", "LogSoftmax"),
                    all(
                            "GlobalAveragePool is supported; use it for the mean over height and width",
                            "com.microsoft.QLinearReduceMean"),
                    all(
                            "Relu, LeakyRelu, Sigmoid, Tanh and HardSwish are supported",
                            "Elu",
                            "Selu",
                            "Gelu",
                            "Erf",
                            "Mish"))
            .flatMap(List::stream)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Advice about operators of real numbers in a model of which other parts are quantized. */
    private static final String PARTLY = "the model is quantized behind them only: let a QuantizeLinear and a"
            + " DequantizeLinear follow the input as well, or cut these operators off and compute them in front of the"
            + " hardware";

    /** The advice for all kinds of operators. */
    static final Advice ADVICE = new Advice(PARTLY, INSTEAD);

    private OnnxAdvice() {}

    private static List<Map.Entry<String, String>> all(String advice, String... kinds) {
        return Stream.of(kinds).map(kind -> Map.entry(kind, advice)).toList();
    }

    /** Advice about a model in which nothing is quantized, depending on its kinds of operators. */
    static String forFloats(Stream<String> kinds) {
        return kinds.anyMatch(kind -> RECURRENT.equals(INSTEAD.get(kind))) ? RECURRENT : QUANTIZE;
    }
}
