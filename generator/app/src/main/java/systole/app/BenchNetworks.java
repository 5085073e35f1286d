package systole.app;

import static systole.frontend.dsl.NetworkBuilder.network;
import static systole.frontend.dsl.TypeSpec.int8;
import static systole.layer.dense.Dense.dense;
import static systole.layer.lstm.Lstm.lstm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import systole.Systole;
import systole.frontend.dsl.NetworkBuilder;
import systole.layer.lstm.GateMatrix;
import systole.layer.lstm.LstmBuilder;
import systole.network.IntTensor;
import systole.network.Network;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;

/**
 * LSTMs of sizes for which others publish figures. Their weights are random, because the time does not depend on
 * weights. All tensors are int8, requantized by shifts, with hard gates.
 */
record BenchNetworks(Systole systole) {
    /** An element for real values from -1 to 1. */
    private static final Quantized UNIT = int8().scale(1 / 128.0).element();

    private static final int LARGEST_WEIGHT = 127;

    /** The shift from a product of Q0.30 to {@link #UNIT}. */
    private static final int TO_UNIT = 23;

    /** The shift from sums of {@link #UNIT} times weights to about the range of int8. */
    private static final int TO_INT8 = 8;

    /** Writes the networks into a folder and returns their files. */
    List<Path> write(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(small(), large()).map(n -> write(n, folder)).toList();
    }

    private Path write(Network network, Path folder) {
        Path file = folder.resolve(network.name() + ".net");
        systole.save(network, file);
        return file;
    }

    /** One value a step, six steps, 20 units, and a dense layer with one output. */
    private static Network small() {
        Random random = new Random(20);
        NetworkBuilder net = network("lstm_20");
        return net.output(net.input("speeds", int8(6, 1).scale(UNIT.scale()))
                .then("memory", memory(1, 20, random))
                .then(
                        "next",
                        dense().weights(tensor(random, 1, 20))
                                .requant(pow2(TO_INT8))
                                .output(UNIT)));
    }

    /** 64 values a step, 32 steps and 128 units. The output of every step leaves. */
    private static Network large() {
        Random random = new Random(128);
        NetworkBuilder net = network("lstm_128");
        return net.output(net.input("features", int8(32, 64).scale(UNIT.scale()))
                .then("memory", memory(64, 128, random).sequence()));
    }

    private static LstmBuilder memory(int features, int units, Random random) {
        int rows = GateMatrix.GATES * units;
        return lstm().kernel(tensor(random, rows, features))
                .recurrent(tensor(random, rows, units))
                .bias(tensor(random, rows))
                .kernelRequant(gateInput(features))
                .recurrentRequant(gateInput(units))
                .hiddenRequant(pow2(TO_UNIT))
                .output(UNIT);
    }

    private static IntTensor tensor(Random random, Integer... dims) {
        int size = Stream.of(dims).reduce(1, Math::multiplyExact);
        int[] values = random.ints(size, -LARGEST_WEIGHT, LARGEST_WEIGHT + 1).toArray();
        return new IntTensor(List.of(dims), values);
    }

    /**
     * The requantization from sums of a number of products to gate inputs. The product of two random int8 is about 1 in
     * Q3.12, and a sum grows with the square root of the number of products.
     */
    private static Requantization gateInput(int products) {
        return pow2((int) Math.round(Math.log(products) / Math.log(4)));
    }

    private static Requantization pow2(int shift) {
        return new Pow2(ShiftRounding.HALF_UP, List.of(shift));
    }
}
