package systole.frontend.tflite;

import java.util.Map;
import systole.frontend.importing.Advice;
import systole.frontend.importing.Unsupported.Wording;

/** Advice about operators of TensorFlow Lite that are not supported. */
final class TfliteAdvice {
    static final Wording WORDING =
            new Wording((kind, operators) -> operators, "these kinds are", "they compute with real numbers");

    /** The way to turn a model of real numbers into one of integers. */
    static final String QUANTIZE = "quantize the whole model (full-integer post-training quantization): in TensorFlow's"
            + " converter set optimizations = [tf.lite.Optimize.DEFAULT], representative_dataset,"
            + " target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8], and inference_input_type ="
            + " inference_output_type = tf.int8";

    private static final String FIXED_SHAPES = "convert the model for one fixed input size and a batch of 1, so that no"
            + " shapes are computed at run time";

    private static final String RECURRENT =
            "UNIDIRECTIONAL_SEQUENCE_LSTM is supported: keras.layers.LSTM with its default"
                    + " activations becomes one if the model is converted for a fixed batch of 1; a bidirectional one becomes two"
                    + " with REVERSE_V2";

    private static final String SLICES = "parts that are equally far apart can be taken with STRIDED_SLICE";

    private static final String DILATE =
            "for a dilated convolution, convert again with a fixed input size: it then is a"
                    + " CONV_2D with a dilation";

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("SHAPE", FIXED_SHAPES),
            Map.entry("DEQUANTIZE", QUANTIZE),
            Map.entry("UNIDIRECTIONAL_SEQUENCE_RNN", RECURRENT),
            Map.entry("BIDIRECTIONAL_SEQUENCE_LSTM", RECURRENT),
            Map.entry("LSTM", RECURRENT),
            Map.entry("BIDIRECTIONAL_SEQUENCE_RNN", RECURRENT),
            Map.entry("RNN", RECURRENT),
            Map.entry("WHILE", RECURRENT),
            Map.entry("GATHER", SLICES),
            Map.entry("REVERSE_SEQUENCE", "REVERSE_V2 is supported, which reverses a whole dimension"),
            Map.entry("SPACE_TO_BATCH_ND", DILATE),
            Map.entry("BATCH_TO_SPACE_ND", DILATE),
            Map.entry("SUM", "MEAN over any dimensions is supported; the reference kernel of SUM takes int8 for uint8"),
            Map.entry("ELU", "RELU, RELU6, LEAKY_RELU and HARD_SWISH are supported"),
            Map.entry("GELU", "RELU, RELU6, LEAKY_RELU and HARD_SWISH are supported"),
            Map.entry("MIRROR_PAD", "PAD, with zeros, is supported"));

    /** The advice for all kinds of operators. */
    static final Advice ADVICE = new Advice(QUANTIZE, INSTEAD);

    private TfliteAdvice() {}
}
