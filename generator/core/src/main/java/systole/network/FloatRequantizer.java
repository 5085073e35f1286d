package systole.network;

import java.util.List;
import java.util.Optional;

/** {@code rint((float) x * scale)}: ONNX Runtime's {@code QLinearConv} and XNNPACK, whose scales are formed in float. */
final class FloatRequantizer implements Requantizer {
    private final float[] scales;

    FloatRequantizer(float[] scales) {
        this.scales = scales;
    }

    static Requantizer of(List<Double> weightScales, double inputScale, double outputScale) {
        float[] scales = new float[weightScales.size()];
        for (int c = 0; c < scales.length; c++) {
            scales[c] = (float) inputScale * weightScales.get(c).floatValue() / (float) outputScale;
        }
        return new FloatRequantizer(scales);
    }

    @Override
    public long apply(int channel, long accumulator) {
        return (long) Math.rint((float) accumulator * scale(channel));
    }

    @Override
    public Optional<String> refuse(int channel, Range reachable) {
        if (!FixedPoint.isInt32(reachable)) {
            return Optional.of("the accumulator reaches " + reachable + ", beyond 32 bits");
        }
        return Float.isFinite(scale(channel)) ? Optional.empty() : Optional.of("the scale exceeds a float");
    }

    private float scale(int channel) {
        return scales[scales.length == 1 ? 0 : channel];
    }
}
