package systole.frontend.onnx;

import systole.network.IntTensor;

/**
 * A bias of real numbers, which ONNX Runtime quantizes to the scale of the sums when it loads a model. ONNX Runtime:
 * {@code WeightBiasQuantization}.
 */
final class FloatBias {
    private FloatBias() {}

    /** The bias in units of the sums: the nearest integer, halves to even, computed in single precision. */
    static IntTensor quantized(OnnxOperator op, Constant bias, QuantizedWeights filter) {
        boolean perChannel = filter.scales().size() > 1;
        if (bias.dims().size() != 1 || (perChannel && filter.scales().size() != bias.size())) {
            throw op.refused(
                    "the bias of real numbers has the dimensions " + bias.dims(),
                    "give it one number for each output channel, or quantize it to int32 with the scale input scale *"
                            + " weight scale");
        }
        float input = (float) op.flow(0).element().scale();
        int[] values = new int[bias.size()];
        for (int c = 0; c < values.length; c++) {
            float scale = input * (float) (double) filter.scales().get(perChannel ? c : 0);
            double rounded = Math.rint((float) bias.values()[c] / scale);
            values[c] = (int) rounded;
            op.require(
                    values[c] == rounded && values[c] != Integer.MAX_VALUE,
                    "bias " + c + " is " + rounded + " in units of the sums",
                    "use a larger weight scale, so that it fits 32 bits");
        }
        op.problems().throwIfAny();
        return IntTensor.vector(values);
    }
}
