import static systole.frontend.dsl.TypeSpec.int8;
import static systole.layer.dense.Dense.dense;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import systole.BuiltDesign;
import systole.DesignOptions;
import systole.Systole;
import systole.frontend.dsl.NetworkBuilder;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.layer.lstm.RealLstm;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Quantized;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.report.Simulation;
import systole.tool.SimulationOptions;

/**
 * Quantizes an LSTM of real numbers and adds a classifier in Java, computes their outputs for random sequences, plans them
 * for a board, writes their Verilog, and simulates that twice: without pauses, and with pauses on both sides.
 */
public final class RecurrentNetwork {
    private static final int STEPS = 12;
    private static final int FEATURES = 6;
    private static final int UNITS = 16;
    private static final int CLASSES = 4;

    private RecurrentNetwork() {}

    public static void main(String[] arguments) {
        Systole systole = Systole.standard();
        Network network = network(new Random(1));
        System.out.printf("%s: %,d parameters, %,d MACs%n", network.name(), network.parameters(), network.macs());

        Frames inputs = Frames.random(network.input(), 8, 1);
        Frames golden = systole.golden(network, inputs);
        System.out.println("golden logits of frame 2: " + Arrays.toString(golden.list().get(2)));

        Path folder = Path.of("target", "designs", network.name());
        BuiltDesign built = systole.build(network, DesignOptions.on("pynq-z2").withClock(125), folder);
        System.out.printf(
                "predicted: %,.0f cycles a sequence, latency %,d, %d DSP slices, in %s%n",
                built.design().prediction().interval(),
                built.design().prediction().latency(),
                built.design().cost().dsp(),
                built.shownFolder());

        Simulation quick = systole.simulate(built, inputs);
        System.out.printf(
                "simulated: %,.0f cycles a sequence, latency %,d%n",
                quick.interval(), quick.result().latencyCycles());
        System.out.println(quick.verdict());
        Simulation stalled = systole.simulate(
                built, TestData.of(inputs), golden, Systole.verilator(), SimulationOptions.DEFAULT.withStall(30, 1));
        System.out.println(stalled.verdict());
        System.exit(quick.passed() && stalled.passed() ? 0 : 1);
    }

    /** A network that classifies a sequence of measurements. The weights are random. */
    private static Network network(Random random) {
        Quantized x = int8().scale(1 / 64.0).element();
        Quantized h = int8().scale(1 / 128.0).element();
        RealLstm trained = RealLstm.of(
                matrix(random, 4 * UNITS, FEATURES), matrix(random, 4 * UNITS, UNITS), new double[4 * UNITS]);
        NetworkBuilder net = NetworkBuilder.network("recurrent_java");
        return net.output(net.input("measured", int8(STEPS, FEATURES).scale(x.scale()))
                .then("memory", trained.quantized(IntType.INT8, x, h))
                .then(
                        "logits",
                        dense().weights(new IntTensor(
                                        List.of(CLASSES, UNITS),
                                        random.ints(CLASSES * UNITS, -127, 128).toArray()))
                                .requant(new Scaled(ScaleRounding.DOUBLE, List.of(1 / 128.0)))
                                .output(int8().scale(1 / 32.0).element())));
    }

    private static double[][] matrix(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian() / Math.sqrt(columns);
            }
        }
        return matrix;
    }
}
