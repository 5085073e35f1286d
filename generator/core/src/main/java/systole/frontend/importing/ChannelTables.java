package systole.frontend.importing;

import java.util.List;
import java.util.stream.IntStream;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization.Thresholds;
import systole.network.TensorType;

/**
 * Builds a separate monotone function for each channel. It becomes a depthwise 1 x 1 convolution whose weights are 1,
 * or -1 where the function falls, and whose requantizer counts the steps.
 */
public final class ChannelTables {
    private static final IntType WEIGHT = new IntType(2, true);

    private ChannelTables() {}

    /**
     * The layers.
     *
     * @param tables for each channel, one output integer for each input integer, beginning with the least
     * @throws IllegalArgumentException if a function both rises and falls
     */
    public static List<Layer> layers(TensorType input, Quantized output, List<int[]> tables) {
        int channels = tables.size();
        int[] weights = tables.stream().mapToInt(ChannelTables::direction).toArray();
        int steps = output.type().max() - output.type().min();
        int[] thresholds = IntStream.range(0, channels)
                .flatMap(c -> thresholds(tables.get(c), weights[c], input.element(), output.type()))
                .toArray();
        // Levels count from the least output integer, which is the zero point that takes them there.
        Quantized counted =
                new Quantized(output.type(), output.scale(), output.type().min());
        Layer convolution = DepthwiseConv2d.depthwiseConv2d()
                .weights(new IntTensor(List.of(1, 1, channels), weights))
                .weightType(WEIGHT)
                .requant(new Thresholds(new IntTensor(List.of(channels, steps), thresholds)))
                .output(counted)
                .get();
        return OnImage.of(input.shape(), convolution);
    }

    /** True unless a function both rises and falls. */
    public static boolean isMonotone(int[] table) {
        return rises(table) || IntStream.range(1, table.length).allMatch(i -> table[i - 1] >= table[i]);
    }

    private static boolean rises(int[] table) {
        return IntStream.range(1, table.length).allMatch(i -> table[i - 1] <= table[i]);
    }

    private static int direction(int[] table) {
        if (!isMonotone(table)) {
            throw new IllegalArgumentException("a channel's function both rises and falls");
        }
        return rises(table) ? 1 : -1;
    }

    /**
     * For each level above the least, the smallest accumulator that reaches it. If none does, a number beyond all
     * accumulators.
     */
    private static IntStream thresholds(int[] table, int weight, Quantized input, IntType output) {
        int first = input.type().min() - input.zero();
        int last = input.type().max() - input.zero();
        int lowest = weight > 0 ? first : -last;
        int[] rising = weight > 0
                ? table
                : IntStream.range(0, table.length)
                        .map(i -> table[table.length - 1 - i])
                        .toArray();
        return IntStream.rangeClosed(output.min() + 1, output.max())
                .map(level -> lowest
                        + IntStream.range(0, rising.length)
                                .filter(i -> rising[i] >= level)
                                .findFirst()
                                .orElse(rising.length));
    }
}
