package systole.rtl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.layer.add.Add;
import systole.layer.add.Sub;
import systole.layer.argmax.Argmax;
import systole.layer.clamp.Clamp;
import systole.layer.clamp.Relu;
import systole.layer.clamp.Relu6;
import systole.layer.constant.Constant;
import systole.layer.extremum.Maximum;
import systole.layer.extremum.Minimum;
import systole.layer.history.History;
import systole.layer.lookup.Lookup;
import systole.layer.mean.Mean;
import systole.layer.mul.Mul;
import systole.layer.pad.Pad;
import systole.layer.pair.PairBuilder;
import systole.layer.pool.AvgPool2d;
import systole.layer.pool.GlobalAvgPool;
import systole.layer.pool.GlobalMaxPool;
import systole.layer.pool.MaxPool2d;
import systole.layer.pool.PoolBuilder;
import systole.layer.pool.Pooling;
import systole.layer.reshape.Flatten;
import systole.layer.reshape.Reshape;
import systole.layer.resize.ResizeNearest;
import systole.layer.reverse.Reverse;
import systole.layer.slice.Slice;
import systole.layer.softmax.Softmax;
import systole.layer.support.Axis;
import systole.layer.transpose.Transpose;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Padding;
import systole.network.Padding.Automatic;
import systole.network.Quantized;
import systole.network.Requantization.ScaleRounding;
import systole.network.Shape;
import systole.network.Span;

/** Random layers of every kind for a given input. Not all fit: draw again. */
record RandomLayers(Draw draw, RandomMacs macs) {
    private static final int MAX_SOFTMAX_PIXELS = 40;
    private static final int MAX_TABLE_BITS = 9;

    RandomLayers(Draw draw) {
        this(draw, new RandomMacs(draw));
    }

    /** A layer with one input. */
    Layer any(Sampled input) {
        boolean flat = input.shape().rank() == 1;
        int kind = draw.between(0, 99);
        if (kind < 46) {
            return macs.convolution(input);
        } else if (kind < 63) {
            return flat ? pointwise(input) : pool(input);
        } else if (kind < 70) {
            return flat ? reshape(input) : draw.chance(50) ? resize(input) : pad(input);
        } else if (kind < 74) {
            return reshape(input);
        } else if (kind < 79) {
            return moved(input);
        } else if (kind < 83) {
            return draw.chance(60) || !takesSoftmax(input) ? new Argmax() : softmax();
        }
        return pointwise(input);
    }

    /** A layer that keeps the shape, or height and width only if {@code channels} differ. */
    Layer sameSize(Sampled input, int channels) {
        if (channels == input.shape().channels() && draw.chance(35)) {
            return pointwise(input);
        }
        return macs.sameSize(input, channels, macs.output());
    }

    /** A layer that treats each element alone. */
    Layer pointwise(Sampled input) {
        IntType type = input.type().type();
        int a = draw.between(type.min(), type.max());
        int b = draw.between(type.min(), type.max());
        return switch (type.bits() <= MAX_TABLE_BITS ? draw.between(0, 5) : draw.between(0, 3)) {
            case 0 -> new Relu();
            case 1 -> new Relu6();
            case 2, 3 -> new Clamp(Math.min(a, b), Math.max(a, b));
            default -> lookup(type, draw.quantized(draw.type(16)));
        };
    }

    /** Known values for an operand that is joined with a tensor. */
    Layer constant(Sampled input) {
        Quantized element = draw.chance(60) ? input.type().element() : draw.quantized(draw.type(16));
        List<Integer> dims = input.shape().dims();
        List<Integer> last = dims.subList(draw.between(0, dims.size() - 1), dims.size());
        int count = last.stream().reduce(1, (a, b) -> a * b);
        IntTensor values = new IntTensor(last, draw.values(element.type(), count));
        return Constant.constant().values(values).output(element).get();
    }

    private Layer lookup(IntType in, Quantized output) {
        int[] table = draw.values(output.type(), 1 << in.bits());
        return Lookup.lookup().table(IntTensor.vector(table)).output(output).get();
    }

    private boolean takesSoftmax(Sampled input) {
        return input.type().type().bits() <= 8 && input.shape().pixels() <= MAX_SOFTMAX_PIXELS;
    }

    private Layer softmax() {
        return Softmax.softmax()
                .beta(draw.real(0.2, 4))
                .output(draw.chance(50) ? Softmax.INT8 : Softmax.UINT8)
                .get();
    }

    private Layer pool(Sampled input) {
        return switch (draw.between(0, 9)) {
            case 0 -> new GlobalMaxPool();
            case 1 -> new GlobalAvgPool();
            case 2 -> mean(input);
            case 3, 4, 5 -> window(MaxPool2d.maxpool2d(), input);
            default -> window(AvgPool2d.avgpool2d(), input);
        };
    }

    /** A mean whose outputs spread over their range, more or less. */
    private Layer mean(Sampled input) {
        Quantized output = macs.output();
        double deviation = input.deviation() / Math.sqrt(input.shape().pixels());
        double range = output.type().max() - output.type().min() + 1;
        double scale = input.type().element().scale() * Math.max(deviation, 0.1) * draw.real(3, 8) / range;
        return new Mean(new Quantized(output.type(), scale, output.zero()));
    }

    private <L extends Pooling> L window(PoolBuilder<L> builder, Sampled input) {
        Shape shape = input.shape();
        int kernelH = draw.between(1, Math.min(3, shape.height()));
        int kernelW = draw.between(1, Math.min(4, shape.width()));
        builder.kernel(kernelH, kernelW).activation(macs.activation(input.type().element()));
        if (draw.chance(60)) {
            builder.stride(shape.rank() == 2 ? 1 : draw.between(1, 3), draw.between(1, 3));
        }
        Padding explicit = new Padding.Explicit(
                draw.between(0, kernelH - 1),
                draw.between(0, kernelH - 1),
                draw.between(0, kernelW - 1),
                draw.between(0, kernelW - 1));
        return builder.padding(draw.pick(List.of(Automatic.SAME, Automatic.VALID, explicit)))
                .get();
    }

    private Layer pad(Sampled input) {
        boolean sequence = input.shape().rank() == 2;
        Pad.Builder pad = Pad.pad(
                sequence ? 0 : draw.between(0, 2),
                sequence ? 0 : draw.between(0, 2),
                draw.between(0, 2),
                draw.between(0, 2));
        return (draw.chance(50)
                        ? pad.value(draw.between(
                                input.type().type().min(), input.type().type().max()))
                        : pad)
                .get();
    }

    private Layer resize(Sampled input) {
        boolean sequence = input.shape().rank() == 2;
        return new ResizeNearest(
                input.shape().height() * (sequence ? 1 : draw.between(1, 3)),
                input.shape().width() * draw.between(1, 4));
    }

    /** A layer that drops elements, adds earlier ones, or puts them into another order. */
    private Layer moved(Sampled input) {
        Shape shape = input.shape();
        return switch (draw.between(0, 3)) {
            case 0 -> new Reverse(draw.pick(List.of(Axis.HEIGHT, Axis.WIDTH, Axis.CHANNELS)));
            case 1 -> transpose(shape);
            case 2 -> history(input);
            default -> new Slice(span(shape.height()), span(shape.width()), span(shape.channels()));
        };
    }

    /** Some earlier rows, more or fewer than a frame has. */
    private Layer history(Sampled input) {
        IntType type = input.type().type();
        int rows = draw.between(1, 5);
        History.Builder history = History.history(rows);
        int row = input.shape().elements() / input.shape().dims().get(0);
        return switch (draw.between(0, 2)) {
            case 0 -> history.get();
            case 1 -> history.initial(draw.between(type.min(), type.max())).get();
            default ->
                history.initial(IntTensor.vector(draw.values(type, rows * row))).get();
        };
    }

    private Optional<Span> span(int size) {
        if (draw.chance(40)) {
            return Optional.empty();
        }
        int first = draw.between(0, size - 1);
        int step = draw.between(1, Math.min(3, size));
        return Optional.of(new Span(first, draw.between(1, (size - 1 - first) / step + 1), step));
    }

    /** Some factors of the dimensions in another order. */
    private Layer transpose(Shape shape) {
        List<Integer> dims = new ArrayList<>();
        for (int dim : shape.dims()) {
            int factor = draw.divisor(dim);
            dims.addAll(List.of(factor, dim / factor));
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, dims.size()).boxed().toList());
        Collections.shuffle(order, draw.random());
        return new Transpose(dims, order, Optional.of(shape));
    }

    private Layer reshape(Sampled input) {
        int elements = input.shape().elements();
        if (draw.chance(40)) {
            return new Flatten();
        }
        List<Integer> dims = new ArrayList<>();
        int rest = elements;
        for (int rank = draw.between(1, 3); rank > 1; rank--) {
            int dim = draw.divisor(rest);
            dims.add(dim);
            rest /= dim;
        }
        dims.add(rest);
        return new Reshape(new Shape(dims));
    }

    /** What two tensors of one shape become: a sum, a difference, a product or an extremum. */
    Layer pair(Sampled a, Sampled b) {
        boolean alike = a.type().equals(b.type());
        return switch (draw.between(0, 9)) {
            case 0, 1, 2 -> product(a, b);
            case 3, 4 -> alike ? draw.chance(50) ? new Maximum() : new Minimum() : sum(Sub.sub(), a, b);
            case 5, 6 -> sum(Sub.sub(), a, b);
            default -> sum(Add.add(), a, b);
        };
    }

    /** A sum or a difference: rescaled, or plain with any requantization. */
    private Layer sum(PairBuilder<?> builder, Sampled a, Sampled b) {
        boolean oneScale = a.type().element().scale() == b.type().element().scale();
        double spread = Math.hypot(a.deviation(), b.deviation());
        if (Math.max(a.type().type().bits(), b.type().type().bits()) <= 8 && draw.chance(oneScale ? 30 : 70)) {
            return scaled(builder, Math.hypot(real(a), real(b)));
        }
        return requantized(
                builder, a.type().element().scale(), oneScale, a.shape().channels(), spread);
    }

    /** A product, with the scales or with any requantization. */
    private Layer product(Sampled a, Sampled b) {
        double spread = Math.max(a.deviation(), Math.abs(a.mean())) * Math.max(b.deviation(), Math.abs(b.mean()));
        double scale = a.type().element().scale() * b.type().element().scale();
        if (Math.max(a.type().type().bits(), b.type().type().bits()) <= 8 && draw.chance(60)) {
            return scaled(Mul.mul(), spread * scale);
        }
        return requantized(Mul.mul(), scale, true, a.shape().channels(), spread);
    }

    private static double real(Sampled tensor) {
        return tensor.deviation() * tensor.type().element().scale();
    }

    /** Without a requantization, and an output over whose range such a deviation spreads. */
    private Layer scaled(PairBuilder<?> builder, double deviation) {
        Quantized output = macs.output();
        double scale = 3 * deviation / (output.type().max() - output.type().min() + 1) * draw.real(0.7, 2);
        return builder.activation(macs.activation(output))
                .output(new Quantized(output.type(), scale, output.zero()))
                .get();
    }

    private Layer requantized(
            PairBuilder<?> builder, double inputScale, boolean scalable, int channels, double deviation) {
        Quantized output = macs.output();
        double[] spread = new double[channels];
        java.util.Arrays.fill(spread, deviation);
        RandomRequants requants = new RandomRequants(draw, inputScale, output, spread);
        return builder.requant(
                        scalable && draw.chance(40)
                                ? requants.scaled(draw.pick(List.of(ScaleRounding.values())))
                                : requants.any())
                .activation(macs.activation(output))
                .output(output)
                .get();
    }
}
