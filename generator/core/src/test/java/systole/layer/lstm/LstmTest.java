package systole.layer.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systole.golden.Golden.Kernel;
import systole.layer.Kinds;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.TensorType;

class LstmTest {
    private static final int STEPS = 7;

    private static TensorType input(RandomLstm sort) {
        return Kinds.type(sort.input(), STEPS, sort.features());
    }

    private static Kernel kernel(Lstm layer, TensorType input) {
        return new LstmGolden().prepare(layer, List.of(input), Kinds.infer(layer, input));
    }

    private static int[] run(Kernel kernel, int[] frame, int size) {
        int[] out = new int[size];
        kernel.run(List.of(frame), out);
        return out;
    }

    private static RandomLstm any(Random random, GateKind gates) {
        IntType weights = new IntType(2 + random.nextInt(7), true);
        int bits = random.nextBoolean() ? 8 : 16;
        IntType type = new IntType(bits, true);
        Quantized input = Kinds.quantized(random, type, Math.scalb(1.0, 2 - bits));
        Quantized output = Kinds.quantized(random, type, Math.scalb(1.0, 1 - bits));
        int fraction = gates.minFraction() + random.nextInt(16 - gates.minFraction());
        int clip = random.nextBoolean() ? 0 : 1 + random.nextInt(Cell.MAX_CLIP);
        return new RandomLstm(
                1 + random.nextInt(6), 1 + random.nextInt(6), weights, input, output, new Cell(gates, fraction, clip));
    }

    @Test
    void equalsItsDefinition() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            RandomLstm sort = any(random, GateKind.HARD);
            Lstm layer = sort.shifted(seed).sequence().get();
            int[] frame = Kinds.frame(random, input(sort));
            int[][] wanted = new NaiveLstm(layer, sort.features(), sort.input().zero()).run(frame);
            assertArrayEquals(
                    Arrays.stream(wanted).flatMapToInt(Arrays::stream).toArray(),
                    Kinds.run(layer, input(sort), frame),
                    "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void theLastStepIsTheSequencesLast(GateKind gates) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            RandomLstm sort = any(random, gates);
            Lstm all = sort.builder(seed).sequence().get();
            int[] frame = Kinds.frame(random, input(sort));
            int[] sequence = Kinds.run(all, input(sort), frame);
            int[] last = Kinds.run(all.lastStep(), input(sort), frame);
            assertArrayEquals(Arrays.copyOfRange(sequence, sequence.length - sort.units(), sequence.length), last);
        }
    }

    /** So that tests with such LSTMs mean something. */
    @ParameterizedTest
    @EnumSource(GateKind.class)
    void randomOnesMove(GateKind gates) {
        for (int seed = 0; seed < 20; seed++) {
            RandomLstm sort = RandomLstm.of(4, 8, gates);
            Lstm layer = sort.builder(seed).sequence().get();
            int[] out = Kinds.run(layer, input(sort), Kinds.frame(new Random(seed), input(sort)));
            long different = Arrays.stream(out).distinct().count();
            assertTrue(different > out.length / 3, "seed " + seed + ": " + Arrays.toString(out));
        }
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void aStateIsCarriedUntilReset(GateKind gates) {
        RandomLstm sort = RandomLstm.of(3, 5, gates);
        Random random = new Random(4);
        int[] first = Kinds.frame(random, input(sort));
        int[] second = Kinds.frame(random, input(sort));
        Kernel kernel = kernel(sort.builder(1).stateful().sequence().get(), input(sort));
        int size = STEPS * sort.units();
        int[] both = IntStream.concat(Arrays.stream(run(kernel, first, size)), Arrays.stream(run(kernel, second, size)))
                .toArray();
        int[] frame =
                IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
        TensorType twice = Kinds.type(sort.input(), 2 * STEPS, sort.features());
        assertArrayEquals(Kinds.run(sort.builder(1).sequence().get(), twice, frame), both);

        int[] carried = run(kernel, first, size);
        kernel.reset();
        int[] fresh = run(kernel, first, size);
        assertArrayEquals(Arrays.copyOf(both, size), fresh);
        assertTrue(!Arrays.equals(carried, fresh));
    }

    @Test
    void withoutAStateFramesDoNotKnowOfEachOther() {
        RandomLstm sort = RandomLstm.of(3, 5, GateKind.HARD);
        Kernel kernel = kernel(sort.builder(1).get(), input(sort));
        int[] frame = Kinds.frame(new Random(4), input(sort));
        assertArrayEquals(run(kernel, frame, sort.units()), run(kernel, frame, sort.units()));
    }

    /** Where TensorFlow Lite sums without a clamp, that for Microcontrollers has two matrix products of 16 bits. */
    @Test
    void recurrentLevelsAreClampedByTableGatesOnly() {
        for (GateKind gates : GateKind.values()) {
            CellArithmetic arithmetic = new Cell(gates, 11, 0).arithmetic();
            boolean clamped = gates == GateKind.TABLE;
            assertEquals(clamped ? 2767 : 10000, arithmetic.gate(-30000, 40000));
            assertEquals(clamped ? -1 : 32767, arithmetic.gate(-32768, 1 << 20));
            assertEquals(clamped ? -1 : -32768, arithmetic.gate(1 << 20, -(1 << 20)));
        }
    }

    @Test
    void theCellIsClipped() {
        assertEquals(100, new Cell(GateKind.HARD, 11, 100).arithmetic().next(90, 32767, 32767, 32767));
        assertEquals(-100, new Cell(GateKind.HARD, 11, 100).arithmetic().next(-90, 32767, 32767, -32767));
        assertEquals(32767, new Cell(GateKind.HARD, 15, 0).arithmetic().next(32767, 32767, 32767, 32767));
        assertEquals(-32768, new Cell(GateKind.HARD, 15, 0).arithmetic().next(-32768, 32767, 32767, -32767));
        assertEquals(-32767, new Cell(GateKind.HARD, 15, 32767).arithmetic().next(-32768, 32767, 32767, -32767));
    }

    @Test
    void sizes() {
        RandomLstm sort = RandomLstm.of(3, 5, GateKind.HARD);
        Lstm layer = sort.builder(1).get();
        assertEquals(
                List.of(1, 5),
                Kinds.infer(layer, Kinds.type(sort.input(), 7, 3)).shape().dims());
        assertEquals(
                List.of(1, 1, 5),
                Kinds.infer(layer, Kinds.type(sort.input(), 1, 7, 3)).shape().dims());
        assertEquals(
                List.of(5),
                Kinds.infer(layer, Kinds.type(sort.input(), 3)).shape().dims());
        TensorType in = Kinds.type(sort.input(), 7, 3);
        assertEquals(7 * 20 * 8, layer.macs(List.of(in), Kinds.infer(layer, in)));
        assertEquals(20 * 8 + 40, layer.parameters());
        assertEquals(
                List.of(7, 5),
                Kinds.infer(sort.builder(1).sequence().get(), in).shape().dims());
    }

    @Test
    void scalesBeyondAllBoundsAreRefused() {
        RandomLstm sort = RandomLstm.of(3, 5, GateKind.HARD);
        List<String> told = Kinds.problems(sort.builder(1).scales(1e6, 0.1).get(), input(sort));
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("beyond 32 bits"), told.get(0));
    }

    @Test
    void oneScaleForEachGateIsOneForEachOfItsRows() {
        RandomLstm sort = RandomLstm.of(3, 5, GateKind.HARD);
        Lstm layer = sort.builder(9).get();
        assertEquals(20, layer.kernelMac().requant().values());
        int[] rows = IntStream.range(0, 20)
                .map(row -> (int) layer.kernelMac().requantizer(sort.input()).apply(row, 10000))
                .toArray();
        for (int row = 0; row < rows.length; row++) {
            assertEquals(rows[row / 5 * 5], rows[row]);
        }
        assertEquals(4, Arrays.stream(rows).distinct().count());
    }

    @Test
    void realNumbersBecomeIntegers() {
        Random random = new Random(5);
        RealNetwork real = RealNetwork.random(random, 6, 8);
        Quantized in = new Quantized(IntType.INT8, 1 / 64.0, 5);
        Quantized out = new Quantized(IntType.INT8, 1 / 128.0, 0);
        Lstm layer = real.lstm().quantized(IntType.INT8, in, out).get();
        TensorType type = Kinds.type(in, 20, 6);
        int[] frame = Kinds.frame(random, type);
        double[] wanted =
                real.run(Arrays.stream(frame).mapToDouble(q -> (q - 5) / 64.0).toArray());
        int[] actual = Kinds.run(layer, type, frame);
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i], actual[i] / 128.0, 0.05);
        }
    }

    /** An LSTM of real numbers with hard gates. */
    private record RealNetwork(double[][] kernel, double[][] recurrent, double[] bias) {
        static RealNetwork random(Random random, int features, int units) {
            return new RealNetwork(
                    matrix(random, 4 * units, features, 0.8),
                    matrix(random, 4 * units, units, 0.4),
                    random.doubles(4L * units, -1, 1).toArray());
        }

        private static double[][] matrix(Random random, int rows, int columns, double most) {
            return IntStream.range(0, rows)
                    .mapToObj(r -> random.doubles(columns, -most, most).toArray())
                    .toArray(double[][]::new);
        }

        RealLstm lstm() {
            return RealLstm.of(kernel, recurrent, bias);
        }

        double[] run(double[] frame) {
            int units = bias.length / 4;
            double[] h = new double[units];
            double[] c = new double[units];
            int features = kernel[0].length;
            for (int t = 0; t < frame.length / features; t++) {
                double[] u = bias.clone();
                for (int row = 0; row < u.length; row++) {
                    for (int k = 0; k < features; k++) {
                        u[row] += kernel[row][k] * frame[t * features + k];
                    }
                    for (int k = 0; k < units; k++) {
                        u[row] += recurrent[row][k] * h[k];
                    }
                }
                for (int n = 0; n < units; n++) {
                    c[n] = sigmoid(u[units + n]) * c[n] + sigmoid(u[n]) * tanh(u[2 * units + n]);
                    h[n] = sigmoid(u[3 * units + n]) * tanh(c[n]);
                }
            }
            return h;
        }

        private static double sigmoid(double x) {
            return Math.max(0, Math.min(1, x / 4 + 0.5));
        }

        private static double tanh(double x) {
            return Math.max(-1, Math.min(1, x));
        }
    }
}
