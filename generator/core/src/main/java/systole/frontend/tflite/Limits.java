package systole.frontend.tflite;

import systole.network.Activation;
import systole.network.Quantized;

/** Limits of fused activation functions that have no name of their own in a network. */
final class Limits {
    private static final float FAR = 1 << 20;

    private Limits() {}

    /** Real values -1 to 1: {@code zero +- round(1 / scale)}, in float and half away from zero, within the type. */
    static Activation reluN1To1(Quantized output) {
        int one = Math.round(Math.min(1 / (float) output.scale(), FAR));
        return new Activation.Clamp(
                output.type().clamp((long) output.zero() - one), output.type().clamp((long) output.zero() + one));
    }

    /** The same limits as integers, for a layer whose own zero point and scale are others. */
    static Activation integers(Activation activation, Quantized output) {
        return new Activation.Clamp((int) activation.bounds(output).lo(), (int)
                activation.bounds(output).hi());
    }
}
