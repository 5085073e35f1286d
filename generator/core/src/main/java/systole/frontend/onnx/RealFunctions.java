package systole.frontend.onnx;

/**
 * Functions of one real number as ONNX Runtime's kernels evaluate them on processors with fused multiply-add.
 *
 * <p>Sources: {@code MlasComputeLogistic}, {@code MlasComputeTanh}, {@code element_wise_ops} and {@code activations} of
 * its version 1.29.
 */
final class RealFunctions {
    private static final float[] LOGISTIC_P = {4.37031e-11f, 1.1562732e-7f, 6.085749e-5f, 8.513771e-3f, 2.4828795e-1f};
    private static final float[] LOGISTIC_Q = {
        6.1024737e-13f, 5.7610214e-9f, 6.291068e-6f, 1.7019882e-3f, 1.1681765e-1f, 9.931519e-1f
    };
    private static final float[] TANH_P = {
        -2.7607684e-16f, 2.000188e-13f, -8.604672e-11f, 5.1222973e-8f, 1.48572235e-5f, 6.3726195e-4f, 4.8935246e-3f
    };
    private static final float[] TANH_Q = {1.1982584e-6f, 1.1853471e-4f, 2.2684347e-3f, 4.893525e-3f};
    private static final float LOGISTIC_LIMIT = 18;
    private static final float TANH_LIMIT = 9;

    private RealFunctions() {}

    static float relu(float x) {
        return Math.max(0f, x);
    }

    static float logistic(float x) {
        float v = clip(x, -LOGISTIC_LIMIT, LOGISTIC_LIMIT);
        float square = v * v;
        return clip(polynomial(LOGISTIC_P, square) * v / polynomial(LOGISTIC_Q, square) + 0.5f, 0, 1);
    }

    static float tanh(float x) {
        float v = clip(x, -TANH_LIMIT, TANH_LIMIT);
        float square = v * v;
        return polynomial(TANH_P, square) * v / polynomial(TANH_Q, square);
    }

    static RealFunction leakyRelu(float slope) {
        return x -> x >= 0 ? x : slope * x;
    }

    static RealFunction clip(float lo, float hi) {
        return x -> clip(x, lo, hi);
    }

    static RealFunction hardSigmoid(float slope, float offset) {
        return x -> clip(slope * x + offset, 0, 1);
    }

    /** HardSwish, which is computed as HardSigmoid and a product. */
    static float hardSwish(float x) {
        return x * hardSigmoid(1f / 6, 0.5f).of(x);
    }

    private static float clip(float x, float lo, float hi) {
        return Math.min(Math.max(x, lo), hi);
    }

    /** Evaluates a polynomial. The coefficient of the highest power comes first. */
    private static float polynomial(float[] coefficients, float x) {
        float sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = Math.fma(sum, x, coefficients[i]);
        }
        return sum;
    }
}
