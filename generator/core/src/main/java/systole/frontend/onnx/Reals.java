package systole.frontend.onnx;

import systole.network.Quantized;
import systole.rim.Quantizer;

/** QuantizeLinear and DequantizeLinear in single precision. ONNX Runtime: {@code MlasQuantizeLinear}. */
final class Reals {
    private Reals() {}

    static float dequantize(int x, Quantized element) {
        return Quantizer.real(x, element);
    }

    static int quantize(float real, Quantized element) {
        return Quantizer.integer(real, element);
    }
}
