package systole.rtl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Shift;
import systole.network.Requantization.ShiftRounding;
import systole.network.Requantization.Thresholds;

/**
 * Requantizations of every kind under which the outputs spread over their range.
 *
 * @param draw makes the choices
 * @param inputScale of the accumulators, without the weights' scales
 * @param output the output's elements
 * @param spread the standard deviation of each channel's accumulators around 0
 */
record RandomRequants(Draw draw, double inputScale, Quantized output, double[] spread) {
    private static final int MAX_THRESHOLD_BITS = 6;

    /** Any kind that suits the output. */
    Requantization any() {
        int kind = draw.between(0, output.type().bits() <= MAX_THRESHOLD_BITS ? 9 : 7);
        if (kind < 4) {
            return scaled(List.of(ScaleRounding.values()).get(kind));
        }
        return switch (kind) {
            case 4 -> shift();
            case 5, 6, 7 -> pow2();
            default -> thresholds();
        };
    }

    /** Output steps for one step of the accumulator, channel by channel, or one for all of them. */
    private double[] factors() {
        double wanted = (output.type().max() - output.type().min() + 1) / draw.real(2, 7);
        double mean = Arrays.stream(spread).average().orElseThrow();
        DoubleStream each = draw.chance(50) ? Arrays.stream(spread) : DoubleStream.of(Math.max(mean, 0.5));
        return each.map(s -> wanted / Math.max(s, 0.5)).toArray();
    }

    Scaled scaled(ScaleRounding rounding) {
        return new Scaled(
                rounding,
                Arrays.stream(factors())
                        .mapToObj(d -> d * output.scale() / inputScale)
                        .toList());
    }

    private Shift shift() {
        double[] factors = factors();
        int log2 = draw.between(4, 16);
        List<Long> mul = Arrays.stream(factors)
                .mapToObj(d -> Math.max(1, Math.round(Math.scalb(d, log2))))
                .toList();
        List<Long> add = LongStream.range(0, draw.chance(50) ? 1 : spread.length)
                .mapToObj(c -> Math.round(Math.scalb(draw.gaussian(), log2)))
                .toList();
        return new Shift(mul, add, log2);
    }

    private Pow2 pow2() {
        List<Integer> shifts = Arrays.stream(factors())
                .mapToObj(d -> (int) Math.max(0, Math.round(-Math.log(d) / Math.log(2))))
                .toList();
        return new Pow2(draw.pick(List.of(ShiftRounding.values())), shifts);
    }

    private Thresholds thresholds() {
        IntType type = output.type();
        int steps = draw.chance(60) ? type.max() - type.min() : draw.between(1, type.max() - type.min());
        int rows = draw.chance(30) ? 1 : spread.length;
        int[] levels = IntStream.range(0, rows)
                .flatMap(c -> IntStream.range(0, steps)
                        .map(i -> (int) Math.round(2 * spread[c] * draw.gaussian()))
                        .sorted())
                .toArray();
        return new Thresholds(new IntTensor(List.of(rows, steps), levels));
    }
}
