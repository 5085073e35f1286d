package systole.rtl;

import static java.util.Map.entry;
import static systole.layer.add.Add.add;
import static systole.layer.clamp.Clamp.clamp;
import static systole.layer.concat.Concat.concat;
import static systole.layer.conv1d.Conv1d.conv1d;
import static systole.layer.conv2d.Conv2d.conv2d;
import static systole.layer.depthwise.DepthwiseConv2d.depthwiseConv2d;
import static systole.layer.pad.Pad.pad;
import static systole.layer.pool.MaxPool2d.maxpool2d;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import systole.engine.array.DspMultiplier;
import systole.engine.array.LutMultiplier;
import systole.engine.array.Multiplier;
import systole.engine.array.PackedMultiplier;
import systole.frontend.dsl.Flow;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.Kinds;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Padding;
import systole.network.Padding.Automatic;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Shift;
import systole.network.Requantization.ShiftRounding;
import systole.network.Requantization.Thresholds;

/** Small networks in which every part of the hardware matters, so that a fault anywhere shows. */
final class FaultNetworks {
    private static final Random RANDOM = new Random(11);
    private static final IntType INT4 = new IntType(4, true);
    private static final IntType UINT4 = new IntType(4, false);

    /** By name. */
    static final Map<String, Network> ALL = Map.ofEntries(
            entry("conv", conv()),
            entry("grouped", grouped("grouped", 1)),
            entry("lanes", lanes("lanes")),
            entry("wide", wide()),
            entry("levels", levels()),
            entry("diamond", diamond()),
            entry("full", full()),
            entry("fabric", grouped("fabric", 2)),
            entry("booths", lanes("booths")),
            entry("memory", LstmFaultNetworks.memory()),
            entry("gates", LstmFaultNetworks.gates()),
            entry("bursts", LstmFaultNetworks.bursts()),
            entry("padded", padded()));

    private static final Map<String, Multiplier> MULTIPLIERS =
            Map.of("full", new PackedMultiplier(), "fabric", new LutMultiplier(), "booths", new LutMultiplier());

    private FaultNetworks() {}

    /** What a network's arrays multiply with. */
    static Multiplier multiplier(String network) {
        return MULTIPLIERS.getOrDefault(network, new DspMultiplier());
    }

    private static IntTensor weights(IntType type, Integer... dims) {
        return Kinds.tensor(RANDOM, type, dims);
    }

    private static int[] biases(int count, int most) {
        return RANDOM.ints(count, -most, most + 1).toArray();
    }

    private static Requantization scaled(int channels, double mean) {
        return new Scaled(
                ScaleRounding.DOUBLE,
                DoubleStream.generate(() -> mean * (0.5 + RANDOM.nextDouble()))
                        .limit(channels)
                        .boxed()
                        .toList());
    }

    /** Padding that is not 0, three passes over each window, two columns of two rows, a requantizer for both. */
    private static Network conv() {
        NetworkBuilder net = NetworkBuilder.network("conv");
        Flow x = net.input("x", TypeSpec.int8(7, 6, 4).zero(-3));
        Flow y = x.then(
                        "y",
                        conv2d().weights(weights(IntType.INT8, 6, 3, 3, 4))
                                .bias(biases(6, 10_000))
                                .padding(Automatic.SAME)
                                .requant(scaled(6, 0.002))
                                .output(TypeSpec.int8().zero(5).element()))
                .fold(2, 2);
        return net.output(y);
    }

    /** Foldings that do not divide: 5 elements in beats of 3, 7 channels in passes of 2, then 7 lanes in beats of 2. */
    private static Network padded() {
        NetworkBuilder net = NetworkBuilder.network("padded");
        Flow x = net.input("x", TypeSpec.int8(5, 4, 5).zero(-3));
        Flow y = x.then(
                        "y",
                        conv2d().weights(weights(IntType.INT8, 7, 3, 3, 5))
                                .bias(biases(7, 10_000))
                                .padding(Automatic.SAME)
                                .requant(scaled(7, 0.002))
                                .output(TypeSpec.int8().zero(5).element()))
                .fold(2, 3);
        Flow z = y.then(
                        "z",
                        depthwiseConv2d()
                                .weights(weights(IntType.INT8, 3, 3, 7))
                                .padding(Automatic.SAME)
                                .requant(scaled(7, 0.005))
                                .output(TypeSpec.int8().zero(5).element()))
                .fold(2, 1);
        return net.output(z);
    }

    /** Weights so large, and of one sign in each channel, that lower lanes run over. */
    private static Network full() {
        NetworkBuilder net = NetworkBuilder.network("full");
        Flow x = net.input("x", TypeSpec.int8(4, 5, 8).zero(-3));
        int[] weights = IntStream.range(0, 6 * 3 * 8)
                .map(i -> (60 + RANDOM.nextInt(68)) * (i / 24 % 3 == 1 ? -1 : 1))
                .toArray();
        Flow y = x.then(
                        "y",
                        conv2d().weights(new IntTensor(List.of(6, 1, 3, 8), weights))
                                .bias(biases(6, 10_000))
                                .padding(Automatic.SAME)
                                .requant(scaled(6, 0.0006))
                                .output(TypeSpec.int8().zero(5).element()))
                .fold(6, 8);
        return net.output(y);
    }

    /** Unsigned elements, groups, stride, dilation, ties that go to the even level; then a maximum. */
    private static Network grouped(String name, int pe) {
        NetworkBuilder net = NetworkBuilder.network(name);
        Flow x = net.input("x", TypeSpec.unsigned(6, 8, 7, 6).zero(9));
        Flow y = x.then(
                        "y",
                        conv2d().weights(weights(UINT4, 6, 2, 3, 2))
                                .weightType(UINT4)
                                .bias(biases(6, 60))
                                .stride(2, 1)
                                .dilation(1, 2)
                                .padding(new Padding.Explicit(1, 0, 2, 1))
                                .groups(3)
                                .requant(new Pow2(ShiftRounding.HALF_EVEN, List.of(4, 3, 4, 5, 4, 4)))
                                .output(TypeSpec.int8().element()))
                .fold(pe, 2);
        Flow z = y.then("z", maxpool2d().kernel(2, 3).stride(1, 2).padding(Automatic.SAME))
                .fold(2, 1);
        return net.output(z);
    }

    /** Each column has an element of its own, four chains drain them, and the addend depends on the sign. */
    private static Network lanes(String name) {
        NetworkBuilder net = NetworkBuilder.network(name);
        Flow x = net.input("x", TypeSpec.int8(6, 5, 4).zero(3));
        Flow y = x.then(
                        "y",
                        depthwiseConv2d()
                                .weights(weights(INT4, 2, 1, 8))
                                .weightType(INT4)
                                .bias(biases(8, 60))
                                .requant(new Pow2(ShiftRounding.HALF_AWAY, List.of(4)))
                                .output(TypeSpec.int8().element()))
                .fold(8, 1);
        Flow z = y.then(
                        "z",
                        conv2d().weights(weights(IntType.INT8, 3, 1, 1, 8))
                                .requant(new Shift(List.of(5L), List.of(900L, 3L, -77L), 10))
                                .output(TypeSpec.int8().element()))
                .fold(3, 4);
        return net.output(z);
    }

    /** Sums and scales too wide for a single DSP slice. */
    private static Network wide() {
        NetworkBuilder net = NetworkBuilder.network("wide");
        Flow x = net.input("x", TypeSpec.signed(12, 4, 3, 2));
        Flow y = x.then(
                        "y",
                        conv2d().weights(weights(IntType.INT8, 4, 2, 2, 2))
                                .bias(biases(4, 100_000))
                                .requant(scaled(4, 0.1))
                                .output(TypeSpec.signed(16).element()))
                .fold(2, 1);
        return net.output(y);
    }

    /** Thresholds for each channel. */
    private static Network levels() {
        NetworkBuilder net = NetworkBuilder.network("levels");
        Flow x = net.input("x", TypeSpec.signed(4, 12, 3));
        int[] rows = IntStream.range(0, 4)
                .flatMap(c -> RANDOM.ints(7, -40, 40).sorted())
                .toArray();
        Flow y = x.then(
                        "y",
                        conv1d().weights(weights(INT4, 4, 2, 3))
                                .weightType(INT4)
                                .padding(1, 0)
                                .requant(new Thresholds(new IntTensor(List.of(4, 7), rows)))
                                .output(TypeSpec.unsigned(3).element()))
                .fold(2, 1);
        return net.output(y);
    }

    /** A fork, a rescaled sum, a plain one, a concatenation, a border, limits, and beats of many widths. */
    private static Network diamond() {
        NetworkBuilder net = NetworkBuilder.network("diamond");
        Flow x = net.input("x", TypeSpec.int8(6, 5, 4).scale(0.5).zero(-9));
        Flow a = x.then(
                        "a",
                        conv2d().weights(weights(INT4, 4, 3, 3, 4))
                                .weightType(INT4)
                                .padding(Automatic.SAME)
                                .requant(scaled(4, 0.07))
                                .output(TypeSpec.int8().scale(0.5).zero(4).element()))
                .fold(4, 2);
        Flow s = net.join("s", add().output(TypeSpec.int8().scale(0.5).zero(-9).element()), a, x)
                .fold(1, 1);
        Flow c = net.join("c", concat(), s, x).fold(4, 1);
        Flow p = c.then("p", pad(1, 2, 0, 1).value(77)).fold(8, 1);
        Flow l = p.then("l", clamp(-100, 90)).fold(2, 1);
        Flow d = net.join(
                        "d",
                        add().requant(new Pow2(ShiftRounding.FLOOR, List.of(1)))
                                .output(TypeSpec.int8().element()),
                        l,
                        p)
                .fold(4, 1);
        return net.output(d);
    }
}
