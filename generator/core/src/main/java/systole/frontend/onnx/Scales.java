package systole.frontend.onnx;

import java.util.List;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntTensor;

/**
 * The relation between the integers of a constant and real numbers.
 *
 * @param values one scale, or one for each index of {@code axis}; floats
 * @param zeros as many zero points, or one
 * @param axis the dimension that several scales belong to; may count from the end
 */
record Scales(List<Double> values, IntTensor zeros, int axis) {
    Scales {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(s -> !(s > 0) || Double.isInfinite(s))) {
            throw RefusedException.of(SourceRef.NONE, "a scale is not a positive number", "quantize the model again");
        }
        if (zeros.size() != 1 && zeros.size() != values.size()) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    "there are " + values.size() + " scales and " + zeros.size() + " zero points",
                    "there is one of each, or one of each for each channel");
        }
    }

    /** The axis in a tensor of a rank, counted from the first. */
    int axis(int rank) {
        return axis < 0 ? axis + rank : axis;
    }

    /** The single scale. */
    double scale() {
        return values.get(0);
    }

    boolean isSingle() {
        return values.size() == 1;
    }

    double scale(int channel) {
        return values.get(isSingle() ? 0 : channel);
    }

    int zero(int channel) {
        return zeros.get(zeros.size() == 1 ? 0 : channel);
    }
}
