package systole.layer.lstm;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.layer.mac.Mac;
import systole.network.IntTensor;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantizer;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.LstmShape;
import systole.op.NamedOp;
import systole.op.RecurrenceOp;
import systole.op.RequantTask;
import systole.op.Scaling;

/**
 * The operation of an {@link Lstm}: sums of {@code w * x} over raw elements, whose rows are ordered unit by unit. The
 * biases include the part of the zero points.
 */
public final class LstmOps implements LayerOps<Lstm> {
    @Override
    public List<NamedOp> ops(String name, Lstm layer, List<TensorType> inputs, TensorType output) {
        Quantized x = inputs.get(0).element();
        Rows kernel = Rows.of(layer.kernelMac(), x);
        Rows recurrent = Rows.of(layer.recurrentMac(), layer.output());
        LstmShape shape = new LstmShape(
                layer.kernel().columns(),
                layer.units(),
                inputs.get(0).shape().width(),
                layer.sequence(),
                layer.stateful());
        return List.of(new NamedOp(
                name,
                new RecurrenceOp(
                        shape,
                        x.type(),
                        layer.output(),
                        kernel.weights(),
                        recurrent.weights(),
                        layer.weightType(),
                        levels(layer.cell().arithmetic().recurrentSpan(), kernel, recurrent),
                        cell(layer))));
    }

    /** A matrix with its rows in the order of the hardware, {@code 4 * unit + gate}. */
    private record Rows(Mac mac, IntTensor weights, List<Long> bias, List<Range> reachable, Requantizer levels) {
        static Rows of(Mac mac, Quantized vector) {
            int[] w = mac.weights().toArray();
            int columns = mac.taps();
            int[] ordered = new int[w.length];
            for (int row = 0; row < mac.channels(); row++) {
                System.arraycopy(w, source(row, mac) * columns, ordered, row * columns, columns);
            }
            List<Long> bias = mac.rawBiases(vector.zero());
            List<Range> reachable = mac.reachable(vector);
            return new Rows(
                    mac,
                    new IntTensor(List.of(mac.channels(), columns), ordered),
                    IntStream.range(0, mac.channels())
                            .mapToObj(row -> bias.get(source(row, mac)))
                            .toList(),
                    IntStream.range(0, mac.channels())
                            .mapToObj(row -> reachable.get(source(row, mac)))
                            .toList(),
                    mac.requantizer(vector));
        }

        /**
         * The index in the layer of a row of the hardware. The layer has the gates i, f, g and o one after the other.
         */
        private static int source(int row, Mac mac) {
            int units = mac.channels() / GateMatrix.GATES;
            return row % GateMatrix.GATES * units + row / GateMatrix.GATES;
        }

        long level(int row, long accumulator) {
            return levels.apply(source(row, mac), accumulator);
        }
    }

    /** The scaling of both matrices, beginning with the kernel's rows. Kernel levels are clamped again behind it. */
    private static Scaling levels(Range span, Rows kernel, Rows recurrent) {
        int rows = kernel.bias().size();
        Requantizer both = (c, acc) -> c < rows ? kernel.level(c, acc) : recurrent.level(c - rows, acc);
        List<Range> reachable = concat(kernel.reachable(), recurrent.reachable());
        RequantTask task = new RequantTask(both, reachable, 0, (int) span.lo(), (int) span.hi());
        return new Scaling(task, concat(kernel.bias(), recurrent.bias()));
    }

    private static <T> List<T> concat(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static RecurrenceOp.Cell cell(Lstm layer) {
        CellArithmetic arithmetic = layer.cell().arithmetic();
        Quantized output = layer.output();
        return new RecurrenceOp.Cell(
                arithmetic::sigmoid,
                arithmetic::tanh,
                arithmetic::cellTanh,
                division(arithmetic.kept()),
                division(arithmetic.added()),
                arithmetic.cellSpan(),
                new RequantTask(
                        layer.hiddenRequantizer(),
                        List.of(CellArithmetic.PRODUCTS),
                        output.zero(),
                        output.type().min(),
                        output.type().max()));
    }

    private static RequantTask division(Requantizer f) {
        return new RequantTask(f, List.of(CellArithmetic.PRODUCTS), 0, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
