package systole.layer.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;

/**
 * The real numbers of a trained LSTM, from which an integer LSTM is made. The rows of the gates i, f, g and o stand one
 * after the other. (Keras has the transposed matrices, its gates in the same order.)
 *
 * @param kernel [4 * units][features]
 * @param recurrent [4 * units][units]
 * @param bias [4 * units]
 */
public record RealLstm(List<List<Double>> kernel, List<List<Double>> recurrent, List<Double> bias) {
    public RealLstm {
        kernel = kernel.stream().map(List::copyOf).toList();
        recurrent = recurrent.stream().map(List::copyOf).toList();
        bias = List.copyOf(bias);
        boolean even = !kernel.isEmpty() && kernel.size() % GateMatrix.GATES == 0;
        if (!even || recurrent.size() != kernel.size() || bias.size() != kernel.size()) {
            throw new IllegalArgumentException("there are " + kernel.size() + " rows of the kernel, " + recurrent.size()
                    + " recurrent ones and " + bias.size() + " biases, not as many of each, in four gates");
        }
        if (Stream.of(kernel, recurrent)
                .anyMatch(m -> m.stream().anyMatch(row -> row.size() != m.get(0).size()))) {
            throw new IllegalArgumentException("the rows of a matrix differ in length");
        }
        if (!Stream.concat(Stream.concat(kernel.stream(), recurrent.stream()), Stream.of(bias))
                .flatMap(List::stream)
                .allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a weight or bias is not a number");
        }
    }

    /** Copies arrays of the same dimensions. */
    public static RealLstm of(double[][] kernel, double[][] recurrent, double[] bias) {
        return new RealLstm(list(kernel), list(recurrent), list(bias));
    }

    private static List<List<Double>> list(double[][] rows) {
        return Stream.of(rows).map(RealLstm::list).toList();
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }

    /**
     * Makes an LSTM of integers with hard gates. The weights of each gate are divided by one scale, which follows from
     * the largest of them, and rounded to nearest.
     *
     * @param weights the type of the weights, signed
     * @param input the elements of x
     * @param output the elements of h
     */
    public LstmBuilder quantized(IntType weights, Quantized input, Quantized output) {
        List<Double> kernelScales = scales(kernel, weights);
        List<Double> recurrentScales = scales(recurrent, weights);
        List<Double> biasScales =
                kernelScales.stream().map(s -> s * input.scale()).toList();
        return Lstm.lstm()
                .kernel(integers(kernel, kernelScales))
                .recurrent(integers(recurrent, recurrentScales))
                .weightType(weights)
                .bias(integers(bias.stream().map(List::of).toList(), biasScales).reshaped(List.of(bias.size())))
                .kernelRequant(scaled(kernelScales))
                .recurrentRequant(scaled(recurrentScales))
                .output(output);
    }

    private static Requantization scaled(List<Double> scales) {
        return new Scaled(ScaleRounding.DOUBLE, scales);
    }

    private static List<Double> scales(List<List<Double>> rows, IntType type) {
        List<Double> scales = new ArrayList<>();
        int units = rows.size() / GateMatrix.GATES;
        for (int gate = 0; gate < GateMatrix.GATES; gate++) {
            double largest = rows.subList(gate * units, (gate + 1) * units).stream()
                    .flatMap(List::stream)
                    .mapToDouble(Math::abs)
                    .max()
                    .orElse(0);
            scales.add(largest > 0 ? largest / type.max() : 1);
        }
        return scales;
    }

    private static IntTensor integers(List<List<Double>> rows, List<Double> scales) {
        int units = rows.size() / GateMatrix.GATES;
        int columns = rows.get(0).size();
        int[] data = new int[rows.size() * columns];
        for (int i = 0; i < data.length; i++) {
            int row = i / columns;
            data[i] = Math.toIntExact(Math.round(rows.get(row).get(i % columns) / scales.get(row / units)));
        }
        return new IntTensor(List.of(rows.size(), columns), data);
    }
}
