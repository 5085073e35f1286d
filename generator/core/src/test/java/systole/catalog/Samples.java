package systole.catalog;

import java.util.List;
import java.util.Random;
import systole.layer.Kinds;
import systole.layer.add.Add;
import systole.layer.argmax.Argmax;
import systole.layer.clamp.Clamp;
import systole.layer.clamp.Relu;
import systole.layer.clamp.Relu6;
import systole.layer.concat.Concat;
import systole.layer.conv1d.Conv1d;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.layer.lookup.Lookup;
import systole.layer.mac.MacBuilder;
import systole.layer.pad.Pad;
import systole.layer.pool.AvgPool2d;
import systole.layer.pool.GlobalAvgPool;
import systole.layer.pool.GlobalMaxPool;
import systole.layer.pool.MaxPool2d;
import systole.layer.reshape.Flatten;
import systole.layer.reshape.Reshape;
import systole.layer.softmax.Softmax;
import systole.network.Activation;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.ShiftRounding;
import systole.network.TensorType;

/** Layers of every kind: as plain as can be, and with every argument. */
public final class Samples {
    private static final Random RANDOM = new Random(7);
    private static final Quantized INT8 = new Quantized(IntType.INT8, 0.25, -3);
    private static final TensorType IMAGE = Kinds.type(INT8, 8, 6, 4);
    private static final TensorType SEQUENCE = Kinds.type(INT8, 9, 4);
    private static final TensorType VECTOR = Kinds.type(INT8, 12);
    private static final IntType INT4 = new IntType(4, true);
    private static final Requantization SHIFT = new Pow2(ShiftRounding.HALF_UP, List.of(5));
    private static final Requantization SCALES = new Scaled(ScaleRounding.DOUBLE, List.of(0.1, 0.2, 0.3, 0.4));

    /** A layer and an input that it accepts, as often as it needs. */
    public record Sample(Layer layer, TensorType input) {}

    private Samples() {}

    public static List<Sample> all() {
        return List.of(
                new Sample(plain(Conv2d.conv2d(), 4, 3, 3, 4).get(), IMAGE),
                new Sample(
                        full(Conv2d.conv2d(), 4, 3, 2, 2)
                                .stride(2, 1)
                                .dilation(2)
                                .padding(Padding.Automatic.SAME)
                                .groups(2)
                                .get(),
                        IMAGE),
                new Sample(plain(Conv1d.conv1d(), 4, 3, 4).get(), SEQUENCE),
                new Sample(
                        full(Conv1d.conv1d(), 4, 3, 2)
                                .stride(2)
                                .dilation(3)
                                .padding(1, 2)
                                .groups(2)
                                .get(),
                        SEQUENCE),
                new Sample(plain(DepthwiseConv2d.depthwiseConv2d(), 3, 3, 8).get(), IMAGE),
                new Sample(
                        full(DepthwiseConv2d.depthwiseConv2d(), 3, 3, 4)
                                .stride(2)
                                .dilation(1, 2)
                                .padding(new Padding.Explicit(1, 0, 2, 1))
                                .get(),
                        IMAGE),
                new Sample(plain(Dense.dense(), 5, 12).get(), VECTOR),
                new Sample(full(Dense.dense(), 4, 12).get(), VECTOR),
                new Sample(MaxPool2d.maxpool2d().kernel(2).get(), IMAGE),
                new Sample(
                        MaxPool2d.maxpool2d()
                                .kernel(3, 2)
                                .stride(1)
                                .padding(Padding.Automatic.SAME)
                                .clamp(-5, 5)
                                .get(),
                        IMAGE),
                new Sample(
                        AvgPool2d.avgpool2d()
                                .kernel(3)
                                .stride(2, 1)
                                .activation(Activation.Named.RELU6)
                                .get(),
                        IMAGE),
                new Sample(new GlobalMaxPool(), IMAGE),
                new Sample(new GlobalAvgPool(), SEQUENCE),
                new Sample(Add.add().output(INT8).get(), IMAGE),
                new Sample(
                        Add.add()
                                .requant(SCALES)
                                .activation(Activation.Named.RELU)
                                .output(INT8)
                                .get(),
                        IMAGE),
                new Sample(Concat.concat().get(), VECTOR),
                new Sample(Concat.concat().axis(Concat.Axis.HEIGHT).get(), IMAGE),
                new Sample(Pad.pad(1, 2, 3, 4).get(), IMAGE),
                new Sample(Pad.pad(1, 1, 1, 1).value(-128).get(), IMAGE),
                new Sample(new Flatten(), IMAGE),
                new Sample(Reshape.reshape(3, 4).get(), VECTOR),
                new Sample(new Relu(), IMAGE),
                new Sample(new Relu6(), VECTOR),
                new Sample(new Clamp(-7, 9), SEQUENCE),
                new Sample(
                        Lookup.lookup()
                                .table(Kinds.tensor(RANDOM, INT4, 256))
                                .output(new Quantized(INT4, 0.5, 1))
                                .get(),
                        IMAGE),
                new Sample(Softmax.softmax().get(), VECTOR),
                new Sample(Softmax.softmax().beta(0.5).output(Softmax.UINT8).get(), IMAGE),
                new Sample(new Argmax(), IMAGE));
    }

    private static <B extends MacBuilder<?, B>> B plain(B builder, Integer... dims) {
        return builder.weights(Kinds.tensor(RANDOM, IntType.INT8, dims))
                .requant(SHIFT)
                .output(INT8);
    }

    private static <B extends MacBuilder<?, B>> B full(B builder, Integer... dims) {
        return builder.weights(Kinds.tensor(RANDOM, INT4, dims))
                .weightType(INT4)
                .bias(1, -2, 3, -4)
                .requant(SCALES)
                .activation(Activation.Named.RELU)
                .output(INT8);
    }
}
