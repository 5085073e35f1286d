import static systole.frontend.dsl.TypeSpec.int8;
import static systole.frontend.dsl.TypeSpec.uint8;
import static systole.layer.add.Add.add;
import static systole.layer.clamp.Relu.relu;
import static systole.layer.conv2d.Conv2d.conv2d;
import static systole.layer.dense.Dense.dense;
import static systole.layer.pool.GlobalAvgPool.globalAvgPool;
import static systole.layer.reshape.Flatten.flatten;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import systole.BuiltDesign;
import systole.DesignOptions;
import systole.Systole;
import systole.frontend.dsl.Flow;
import systole.frontend.dsl.NetworkBuilder;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.network.Activation;
import systole.network.IntTensor;
import systole.network.Network;
import systole.network.Padding;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.report.Simulation;
import systole.tool.SimulationOptions;

/**
 * Describes a small residual network in Java, computes its outputs for random frames, plans it for a board, writes its
 * Verilog, and simulates that twice: without pauses, and with pauses on both sides.
 */
public final class ResidualNetwork {
    private static final int CHANNELS = 8;
    private static final int CLASSES = 10;

    private ResidualNetwork() {}

    public static void main(String[] arguments) {
        Systole systole = Systole.standard();
        Network network = network(new Random(1));
        System.out.printf("%s: %,d parameters, %,d MACs%n", network.name(), network.parameters(), network.macs());

        Frames inputs = Frames.random(network.input(), 8, 1);
        Frames golden = systole.golden(network, inputs);
        System.out.println("golden logits of frame 2: " + Arrays.toString(golden.list().get(2)));

        Path folder = Path.of("target", "designs", network.name());
        BuiltDesign built = systole.build(network, DesignOptions.on("arty-a7-35t").withRate(100_000), folder);
        System.out.printf(
                "predicted: %,.0f cycles a frame, latency %,d, %d DSP slices, in %s%n",
                built.design().prediction().interval(),
                built.design().prediction().latency(),
                built.design().cost().dsp(),
                built.shownFolder());

        Simulation quick = systole.simulate(built, inputs);
        System.out.printf(
                "simulated: %,.0f cycles a frame, latency %,d%n",
                quick.interval(), quick.result().latencyCycles());
        System.out.println(quick.verdict());
        Simulation stalled = systole.simulate(
                built, TestData.of(inputs), golden, Systole.verilator(), SimulationOptions.DEFAULT.withStall(30, 1));
        System.out.println(stalled.verdict());
        System.exit(quick.passed() && stalled.passed() ? 0 : 1);
    }

    /** A network with two convolutions and a shortcut around them. The weights are random. */
    private static Network network(Random random) {
        NetworkBuilder net = NetworkBuilder.network("residual_java");
        Flow image = net.input("image", uint8(16, 16, 3).scale(1 / 255.0));
        Flow stem = image.then(
                "stem",
                convolution(random, 3, 3)
                        .stride(2)
                        .activation(Activation.Named.RELU)
                        .output(int8().scale(0.0125).zero(-128).element()));
        Flow first = stem.then(
                "first",
                convolution(random, 3, CHANNELS)
                        .activation(Activation.Named.RELU)
                        .output(int8().scale(0.017).zero(-128).element()));
        Flow second =
                first.then("second", convolution(random, 3, CHANNELS).output(int8().scale(0.04).element()));
        Flow sum = net.join("sum", add().output(int8().scale(0.05).element()), second, stem);
        return net.output(sum.then("block", relu())
                .then("pool", globalAvgPool())
                .then("features", flatten())
                .then("logits", classifier(random)));
    }

    /** A padded convolution, still without an output type. */
    private static Conv2d.Builder convolution(Random random, int kernel, int inputs) {
        return conv2d().weights(weights(random, CHANNELS, kernel, kernel, inputs))
                .requant(requantization(kernel * kernel * inputs))
                .padding(Padding.Automatic.SAME);
    }

    private static Dense.Builder classifier(Random random) {
        return dense().weights(weights(random, CLASSES, CHANNELS))
                .requant(requantization(CHANNELS))
                .output(int8().scale(0.05).element());
    }

    private static IntTensor weights(Random random, Integer... dims) {
        int size = List.of(dims).stream().reduce(1, Math::multiplyExact);
        return new IntTensor(List.of(dims), random.ints(size, -127, 128).toArray());
    }

    /** The scale of int8 weights with which sums of a number of products stay in range. */
    private static Scaled requantization(int products) {
        return new Scaled(ScaleRounding.DOUBLE, List.of(Math.sqrt(2.0 / products) / 73));
    }
}
