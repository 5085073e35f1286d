package systole.frontend.onnx;

import systole.network.Quantized;

/** QuantizeLinear and DequantizeLinear in single precision. ONNX Runtime: {@code MlasQuantizeLinear}. */
final class Reals {
    private Reals() {}

    static float dequantize(int x, Quantized element) {
        return (x - element.zero()) * (float) element.scale();
    }

    /** Quantizes a real number, with halves rounded to even and saturation. */
    static int quantize(float real, Quantized element) {
        double level = Math.rint(real / (float) element.scale());
        double lo = element.type().min() - (double) element.zero();
        double hi = element.type().max() - (double) element.zero();
        return (int) Math.max(lo, Math.min(hi, level)) + element.zero();
    }
}
