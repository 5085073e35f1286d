package systole.frontend.onnx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import systole.layer.conv2d.Conv2d;
import systole.network.IntTensor;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Thresholds;
import systole.network.Requantizer;
import systole.network.Requantizers;
import systole.network.Window;

/**
 * AveragePool and QLinearAveragePool as convolutions with weights of 1. The runtime sums up real numbers one by one and
 * rounds each sum, so equal sums of integers may give different results. Only operators are read for which {@link
 * SequentialMean} or {@link AverageProof} proves that they do not.
 *
 * @param linear scales and zero points are inputs
 */
record AveragePoolReader(boolean linear) implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        Wire input = linear ? op.labelled(0, 1, 2) : op.flow(0);
        Wire image = op.image(input);
        Window window = Windows.read(op, image.image(), List.of(), image.dims().size() - 2);
        boolean padded = op.attributes().integer("count_include_pad", 0) != 0;
        boolean unpadded = window.equals(Windows.unpadded(window));
        op.require(padded || unpadded, "padding that does not count", "set count_include_pad, or pad in front");
        op.require(op.attributes().integer("ceil_mode", 0) == 0, "ceil_mode", "pad in front");
        op.require(window.dilationH() == 1 && window.dilationW() == 1, "dilations", "a window has none");
        if (linear) {
            op.require(op.attributes().integer("channels_last", 0) == 0, "channels_last", "transpose in front");
        }
        op.problems().throwIfAny();
        // The runtime takes the kernel of QLinearGlobalAveragePool for a window that is the whole image.
        boolean global = unpadded
                && window.kernelH() == image.shape().height()
                && window.kernelW() == image.shape().width();
        Function<Outcome, Wire> finish = global
                ? AverageReader.global(op, input, image)
                : outcome -> pooled(op, image, window, outcome.element());
        return linear ? new Value.Integers(finish.apply(Outcome.scaled(op.element(3, 4)))) : op.sums(false, finish);
    }

    private static Wire pooled(OnnxOperator op, Wire image, Window window, Quantized output) {
        int taps = window.kernelH() * window.kernelW();
        Optional<int[]> levels = new SequentialMean(image.element(), output, taps).levels();
        if (levels.isEmpty() && op.network().roundsOnce()) {
            op.network().note(ExactSums.note(op.node(), new AverageProof(image.element(), output, taps).bound()));
            levels = Optional.of(exact(image.element(), output, taps));
        }
        return mean(op, image, window, output, levels);
    }

    /** For each sum, the exact mean in units of the output, to which the zero point is added before it is rounded. */
    private static int[] exact(Quantized input, Quantized output, int taps) {
        BigDecimal unit = new BigDecimal(output.scale()).multiply(BigDecimal.valueOf(taps));
        BigDecimal zero = unit.multiply(BigDecimal.valueOf(output.zero()));
        BigDecimal scale = new BigDecimal(input.scale());
        return IntStream.rangeClosed(least(input, taps), most(input, taps))
                .map(sum -> output.type()
                        .clamp(scale.multiply(BigDecimal.valueOf(sum))
                                .add(zero)
                                .divide(unit, 0, RoundingMode.HALF_EVEN)
                                .longValue()))
                .toArray();
    }

    /**
     * How a sum becomes an integer.
     *
     * @param counted the elements that the requantization gives; their integers are those of the output
     */
    private record Rounding(Requantization requantization, Quantized counted) {
        /** The exact mean is the sum in units of as many output steps as there are taps. */
        static Rounding once(Quantized output, int taps) {
            return new Rounding(
                    new Scaled(ScaleRounding.EXACT, List.of(1.0)),
                    new Quantized(output.type(), output.scale() * taps, output.zero()));
        }

        /** Thresholds count levels from the least output integer, which is the zero point that takes them there. */
        static Rounding counting(Requantization steps, Quantized output) {
            return new Rounding(
                    steps,
                    new Quantized(output.type(), output.scale(), output.type().min()));
        }
    }

    /**
     * Adds the mean of a window of real numbers.
     *
     * @param levels the result for each sum of integers, if it is known; otherwise any order of additions must give one
     *     result for each sum
     */
    static Wire mean(OnnxOperator op, Wire image, Window window, Quantized output, Optional<int[]> levels) {
        int taps = window.kernelH() * window.kernelW();
        int channels = image.shape().channels();
        Requantization usual = new Scaled(ScaleRounding.FLOAT_HALF_EVEN, List.of((double) (1f / taps)));
        AverageProof proof = new AverageProof(image.element(), output, taps);
        boolean proved = levels.map(l -> Arrays.equals(l, levels(usual, image.element(), output, taps)))
                .orElseGet(() -> proof.holds(usual));
        boolean once = !proved && levels.isEmpty() && op.network().roundsOnce();
        op.require(
                image.integers().equals(output.type()) && (proved || levels.isPresent() || once),
                "ONNX Runtime's mean of " + taps + " real numbers depends on the order of its roundings with scales "
                        + image.element().scale() + " and " + output.scale(),
                "use GlobalAveragePool for the mean over height and width, whose sums are integers; a Conv with stride;"
                        + " a scale that is a power of two; another output scale" + RealArithmetic.HINT);
        op.problems().throwIfAny();
        Rounding rounding;
        if (proved) {
            rounding = new Rounding(usual, output);
        } else if (once) {
            op.network().note(ExactSums.note(op.node(), proof.bound()));
            rounding = Rounding.once(output, taps);
        } else {
            rounding = Rounding.counting(steps(levels.orElseThrow(), image.element(), output, taps), output);
        }
        int[] ones = new int[channels * taps];
        Arrays.fill(ones, 1);
        Conv2d layer = Conv2d.conv2d()
                .weights(new IntTensor(List.of(channels, window.kernelH(), window.kernelW(), 1), ones))
                .groups(channels)
                .stride(window.strideH(), window.strideW())
                .padding(window.padding())
                .requant(rounding.requantization())
                .output(rounding.counted())
                .get();
        Window.Placed placed = window.on(image.shape().height(), image.shape().width());
        Wire added = op.addImage(layer, image, channels, placed.outH(), placed.outW());
        return op.network().labelled(op.name() + "_out", added, output);
    }

    /** The least sum of the integers of a window. */
    private static int least(Quantized input, int taps) {
        return taps * (input.type().min() - input.zero());
    }

    private static int most(Quantized input, int taps) {
        return taps * (input.type().max() - input.zero());
    }

    private static int[] levels(Requantization requantization, Quantized input, Quantized output, int taps) {
        Requantizer requantizer = Requantizers.of(requantization, input.scale(), output.scale());
        return IntStream.rangeClosed(least(input, taps), most(input, taps))
                .map(sum -> output.type().clamp(requantizer.apply(0, sum) + output.zero()))
                .toArray();
    }

    /** For each level above the least, the smallest sum that reaches it. If none does, a number beyond all sums. */
    private static Requantization steps(int[] levels, Quantized input, Quantized output, int taps) {
        int[] thresholds = IntStream.rangeClosed(
                        output.type().min() + 1, output.type().max())
                .map(level -> least(input, taps)
                        + IntStream.range(0, levels.length)
                                .filter(i -> levels[i] >= level)
                                .findFirst()
                                .orElse(levels.length))
                .toArray();
        return new Thresholds(new IntTensor(List.of(1, thresholds.length), thresholds));
    }
}
