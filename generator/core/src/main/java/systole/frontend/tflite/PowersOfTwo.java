package systole.frontend.tflite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.SubOptions;
import systole.frontend.importing.OnImage;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;
import systole.network.TensorType;

/**
 * Scales that the reference kernels take for powers of two, and the sums of int16 of such scales: one input is divided
 * by a power of two, and the integers are added. {@code kernel_util.cc}, {@code CheckedLog2}, and {@code add.cc}, {@code
 * sub.cc}.
 */
final class PowersOfTwo {
    private static final double TOLERANCE = 1e-3;

    /** The distance from the tolerance at which the runtime's logarithm in float may decide otherwise. */
    private static final double UNSURE = 1e-5;

    private static final IntType SIGN = new IntType(2, true);

    private PowersOfTwo() {}

    /**
     * The exponent of a scale that is close enough to a power of two.
     *
     * @throws IllegalArgumentException if that depends on the last bits of a logarithm
     */
    static OptionalInt log2(double scale) {
        double log = Math.log(scale) / Math.log(2);
        double distance = Math.abs(log - Math.rint(log));
        if (Math.abs(distance - TOLERANCE) < UNSURE) {
            throw new IllegalArgumentException("the scale " + scale
                    + " is at the limit of what the runtime takes for a power of two; change it a little");
        }
        return distance < TOLERANCE ? OptionalInt.of((int) Math.rint(log)) : OptionalInt.empty();
    }

    /** The shifts to the right of both inputs of a sum in this arithmetic; empty for a sum in the general one. */
    static Optional<List<Integer>> shifts(TfliteOperator op) {
        if (!op.output().type().equals(IntType.INT16) || !declared(op)) {
            return Optional.empty();
        }
        List<OptionalInt> logs = Stream.of(op.input(0), op.input(1), op.output())
                .map(type -> log2(type.element().scale()))
                .toList();
        if (logs.stream().anyMatch(OptionalInt::isEmpty)) {
            return Optional.empty();
        }
        int first = logs.get(2).getAsInt() - logs.get(0).getAsInt();
        int second = logs.get(2).getAsInt() - logs.get(1).getAsInt();
        op.require(
                Math.min(first, second) == 0 && Math.max(first, second) < Short.SIZE - 1,
                "the scales are powers of two, of which the output's is " + first + " and " + second
                        + " bits above those of the inputs",
                "one input has the output's scale and the other a smaller one, by up to 2^14; convert the model again");
        op.throwIfAny();
        return Optional.of(List.of(first, second));
    }

    private static boolean declared(TfliteOperator op) {
        return op.optional(BuiltinOptions.AddOptions, new AddOptions())
                .map(AddOptions::potScaleInt16)
                .or(() ->
                        op.optional(BuiltinOptions.SubOptions, new SubOptions()).map(SubOptions::potScaleInt16))
                .orElse(false);
    }

    /** The layers that divide an input by a power of two, rounded half away from zero. */
    static List<Layer> divided(TensorType input, int shift, double scale) {
        if (shift == 0) {
            return List.of();
        }
        int[] ones = new int[input.shape().channels()];
        Arrays.fill(ones, 1);
        Layer division = DepthwiseConv2d.depthwiseConv2d()
                .weights(new IntTensor(List.of(1, 1, ones.length), ones))
                .weightType(SIGN)
                .requant(new Pow2(ShiftRounding.HALF_AWAY, List.of(shift)))
                .output(new Quantized(IntType.INT16, scale, 0))
                .get();
        return OnImage.of(input.shape(), division);
    }
}
