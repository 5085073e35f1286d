package systole.rtl;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import systole.layer.conv1d.Conv1d;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.layer.mac.MacBuilder;
import systole.network.Activation;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Padding;
import systole.network.Padding.Automatic;
import systole.network.Quantized;
import systole.network.Shape;

/** Random multiply-accumulate layers. Not all fit their input: draw again. */
record RandomMacs(Draw draw) {
    /** Along one axis: a kernel of so many taps on an input of a size, and padding within what the hardware takes. */
    private record Axis(int kernel, int stride, int dilation, int before, int after) {}

    /** Any output. */
    Quantized output() {
        return draw.quantized(draw.type(draw.chance(75) ? 8 : 16));
    }

    /** A convolution of any geometry: strides, dilations, groups, paddings. */
    Layer convolution(Sampled input) {
        return switch (input.shape().rank()) {
            case 1 -> dense(input, draw.between(1, 12), output());
            case 2 -> conv1d(input);
            default -> draw.chance(65) ? conv2d(input) : depthwise(input);
        };
    }

    /** A layer that keeps height and width, with so many output channels and such output elements. */
    Layer sameSize(Sampled input, int channels, Quantized output) {
        Shape shape = input.shape();
        if (shape.rank() == 1) {
            return dense(input, channels, output);
        }
        int groups = groups(shape.channels(), channels);
        int depth = shape.channels() / groups;
        int kernel = draw.between(1, 3);
        if (shape.rank() == 2) {
            return terms(Conv1d.conv1d(), input, output, c -> c / kernel / depth, channels, kernel, depth)
                    .padding(Automatic.SAME)
                    .groups(groups)
                    .get();
        }
        return terms(
                        Conv2d.conv2d(),
                        input,
                        output,
                        c -> c / (kernel * kernel * depth),
                        channels,
                        kernel,
                        kernel,
                        depth)
                .padding(Automatic.SAME)
                .groups(groups)
                .get();
    }

    Layer dense(Sampled input, int channels, Quantized output) {
        int inputs = input.shape().channels();
        return terms(Dense.dense(), input, output, i -> i / inputs, channels, inputs)
                .get();
    }

    private Layer conv1d(Sampled input) {
        Axis x = axis(input.shape().width());
        int channels = draw.between(1, 8);
        int groups = groups(input.shape().channels(), channels);
        int depth = input.shape().channels() / groups;
        var builder = terms(Conv1d.conv1d(), input, output(), i -> i / x.kernel / depth, channels, x.kernel, depth)
                .stride(x.stride)
                .dilation(x.dilation)
                .groups(groups);
        return (draw.chance(40) ? builder.padding(Automatic.SAME) : builder.padding(x.before, x.after)).get();
    }

    private Layer conv2d(Sampled input) {
        Axis y = axis(input.shape().height());
        Axis x = axis(input.shape().width());
        int channels = draw.between(1, 8);
        int groups = groups(input.shape().channels(), channels);
        int depth = input.shape().channels() / groups;
        int row = y.kernel * x.kernel * depth;
        return terms(Conv2d.conv2d(), input, output(), i -> i / row, channels, y.kernel, x.kernel, depth)
                .stride(y.stride, x.stride)
                .dilation(y.dilation, x.dilation)
                .padding(padding(y, x))
                .groups(groups)
                .get();
    }

    private Layer depthwise(Sampled input) {
        Axis y = axis(input.shape().height());
        Axis x = axis(input.shape().width());
        int channels = input.shape().channels() * draw.pick(List.of(1, 1, 1, 2, 3));
        return terms(
                        DepthwiseConv2d.depthwiseConv2d(),
                        input,
                        output(),
                        i -> i % channels,
                        y.kernel,
                        x.kernel,
                        channels)
                .stride(y.stride, x.stride)
                .dilation(y.dilation, x.dilation)
                .padding(padding(y, x))
                .get();
    }

    private int groups(int in, int out) {
        if (draw.chance(65)) {
            return 1;
        }
        int groups = draw.divisor(in);
        return out % groups == 0 ? groups : 1;
    }

    private Axis axis(int size) {
        int kernel = draw.between(1, Math.min(4, size + 1));
        int stride = draw.pick(List.of(1, 1, 1, 2, 2, 3));
        int dilation = draw.pick(List.of(1, 1, 1, 2, 3));
        int extent = (kernel - 1) * dilation + 1;
        int least = Math.max(0, extent - size);
        int before = Math.min(extent - 1, draw.between(0, 2));
        return new Axis(kernel, stride, dilation, before, Math.max(least, draw.between(0, 3)));
    }

    private Padding padding(Axis y, Axis x) {
        return switch (draw.between(0, 3)) {
            case 0, 1 -> Automatic.SAME;
            case 2 -> Automatic.VALID;
            default -> new Padding.Explicit(y.before, y.after, x.before, x.after);
        };
    }

    /** Weights, a bias that brings the sums near 0, and a requantization under which the outputs spread. */
    private <B extends MacBuilder<?, B>> B terms(
            B builder, Sampled input, Quantized output, Function<Integer, Integer> channelOf, Integer... dims) {
        IntType weightType = draw.type(draw.chance(80) ? 8 : 16);
        int size = List.of(dims).stream().reduce(1, (a, b) -> a * b);
        int[] weights = draw.values(weightType, size);
        int channels = channelOf.apply(size - 1) + 1;
        double[] sum = new double[channels];
        double[] squares = new double[channels];
        for (int i = 0; i < size; i++) {
            sum[channelOf.apply(i)] += weights[i];
            squares[channelOf.apply(i)] += (double) weights[i] * weights[i];
        }
        double mean = input.mean();
        double deviation = input.deviation();
        double[] spread = IntStream.range(0, channels)
                .mapToDouble(c -> deviation * Math.sqrt(squares[c]))
                .toArray();
        if (draw.chance(85)) {
            builder.bias(IntStream.range(0, channels)
                    .map(c -> (int) Math.round(draw.gaussian() * spread[c] - mean * sum[c]))
                    .toArray());
        }
        return builder.weights(new IntTensor(List.of(dims), weights))
                .weightType(weightType)
                .activation(activation(output))
                .output(output)
                .requant(new RandomRequants(draw, input.type().element().scale(), output, spread).any());
    }

    /** Mostly none. */
    Activation activation(Quantized output) {
        int a = draw.between(output.type().min(), output.type().max());
        int b = draw.between(output.type().min(), output.type().max());
        return switch (draw.between(0, 9)) {
            case 0 -> Activation.Named.RELU;
            case 1 -> Activation.Named.RELU6;
            case 2 -> new Activation.Clamp(Math.min(a, b), Math.max(a, b));
            default -> Activation.Named.NONE;
        };
    }
}
