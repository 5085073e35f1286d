package systole.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.network.FixedPoint.FixedScale;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Shift;
import systole.network.Requantization.Thresholds;

/** Turns a written {@link Requantization} into the exact integer function. */
public final class Requantizers {
    private static final int MAX_SHIFT = 62;

    private Requantizers() {}

    /**
     * The integer function of a valid requantization. {@code d = input scale * weight scale / output scale} is formed in
     * double from left to right, for {@code FLOAT_HALF_EVEN} in float (as ONNX Runtime does).
     */
    public static Requantizer of(Requantization requant, double inputScale, double outputScale) {
        return of(requant, inputScale, outputScale, false);
    }

    /**
     * The integer function of a valid requantization.
     *
     * @param floatProduct round {@code input scale * weight scale} to float before the division, as TensorFlow Lite's
     *     FULLY_CONNECTED does for a weight tensor of one scale
     */
    public static Requantizer of(Requantization requant, double inputScale, double outputScale, boolean floatProduct) {
        if (requant instanceof Scaled s && s.rounding() == ScaleRounding.FLOAT_HALF_EVEN) {
            return FloatRequantizer.of(s.weightScales(), inputScale, outputScale);
        } else if (requant instanceof Scaled s && s.rounding() == ScaleRounding.EXACT) {
            return new ExactRequantizer(s.weightScales(), inputScale, outputScale);
        } else if (requant instanceof Scaled s) {
            return FixedPointRequantizer.of(s, inputScale, outputScale, floatProduct);
        } else if (requant instanceof Shift s) {
            return new ShiftRequantizer(s);
        } else if (requant instanceof Pow2 p) {
            return new Pow2Requantizer(p);
        }
        return new ThresholdRequantizer(((Thresholds) requant).levels());
    }

    /** The integer function of a known multiplier for all channels, with the rounding of {@code DOUBLE}. */
    public static Requantizer of(FixedScale multiplier) {
        return new FixedPointRequantizer(ScaleRounding.DOUBLE, List.of(multiplier));
    }

    /** The integer function of a known factor for all channels, in float and half to even. */
    public static Requantizer of(float scale) {
        return new FloatRequantizer(new float[] {scale});
    }

    /** Reports everything in a requantization that is not valid for a number of output channels. */
    public static void check(Requantization requant, int channels, SourceRef where, Problems problems) {
        Check check = new Check(channels, where, problems);
        if (requant instanceof Scaled s) {
            check.count("weight scales", s.weightScales().size());
            check.require(
                    s.weightScales().stream().allMatch(d -> d > 0 && Double.isFinite(d)),
                    "a weight scale is not a positive number",
                    "check the scales' file; a channel whose weights are all 0 may have any positive scale");
        } else if (requant instanceof Shift s) {
            check.count("factors 'mul'", s.mul().size());
            check.count("offsets 'add'", s.add().size());
            check.require(
                    s.mul().stream().allMatch(m -> m >= 0),
                    "a factor 'mul' is negative",
                    "negate the channel's weights and bias instead: a requantization never decreases");
            check.shifts("log2", List.of(s.log2()));
        } else if (requant instanceof Pow2 p) {
            check.count("shifts", p.shift().size());
            check.shifts("shift", p.shift());
        } else if (requant instanceof Thresholds t) {
            check.thresholds(t.levels());
        }
    }

    /** Reports the first channel whose accumulators overflow the source's own arithmetic. */
    public static void checkRanges(Requantizer requantizer, List<Range> ranges, SourceRef where, Problems problems) {
        IntStream.range(0, ranges.size())
                .mapToObj(c -> requantizer.refuse(c, ranges.get(c)).map(reason -> "channel " + c + ": " + reason))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(m -> problems.add(
                        where, m, "the result would not be exact; check the scales, or use another requantization"));
    }

    private record Check(int channels, SourceRef where, Problems problems) {
        void require(boolean condition, String message, String hint) {
            if (!condition) {
                problems.add(where, message, hint);
            }
        }

        void count(String what, int size) {
            require(
                    size == 1 || size == channels,
                    "there are " + size + " " + what + " for " + channels + " output channels",
                    "give one for all channels, or one for each");
        }

        void shifts(String what, List<Integer> shifts) {
            require(
                    shifts.stream().allMatch(s -> s >= 0 && s <= MAX_SHIFT),
                    "a '" + what + "' is outside 0.." + MAX_SHIFT,
                    "to scale up, multiply the weights and the bias");
        }

        void thresholds(IntTensor levels) {
            if (levels.rank() != 2) {
                require(false, "thresholds have the dimensions " + levels.dims(), "they are [channels or 1, steps]");
                return;
            }
            count("rows of thresholds", levels.dim(0));
            int steps = levels.dim(1);
            require(
                    IntStream.range(0, levels.size())
                            .allMatch(i -> i % steps == 0 || levels.get(i - 1) <= levels.get(i)),
                    "the thresholds of a channel decrease",
                    "sort them; negate the weights of channels whose levels fall");
        }
    }
}
