package systole.rim;

import systole.network.Quantized;

/** QuantizeLinear and DequantizeLinear in single precision. */
public final class Quantizer {
    private Quantizer() {}

    /** The real number for which an integer stands. */
    public static float real(int x, Quantized element) {
        return (x - element.zero()) * (float) element.scale();
    }

    /** Quantizes a real number, with halves rounded to even and saturation. */
    public static int integer(float real, Quantized element) {
        double level = Math.rint(real / (float) element.scale());
        double lo = element.type().min() - (double) element.zero();
        double hi = element.type().max() - (double) element.zero();
        return (int) Math.max(lo, Math.min(hi, level)) + element.zero();
    }
}
