package systole.frontend.onnx;

import java.util.stream.IntStream;
import systole.network.IntType;
import systole.network.Quantized;
import systole.rim.Quantizer;

/** QuantizeLinear and DequantizeLinear in single precision. ONNX Runtime: {@code MlasQuantizeLinear}. */
final class Reals {
    private Reals() {}

    static float dequantize(int x, Quantized element) {
        return Quantizer.real(x, element);
    }

    /** What a function makes of the number that each integer stands for, quantized again; the least integer first. */
    static int[] table(RealFunction function, Quantized from, Quantized to) {
        IntType type = from.type();
        return IntStream.rangeClosed(type.min(), type.max())
                .map(x -> quantize(function.of(dequantize(x, from)), to))
                .toArray();
    }

    static int quantize(float real, Quantized element) {
        return Quantizer.integer(real, element);
    }
}
