package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.network.IntTensor;
import systole.network.Layout;

/**
 * Gemm and MatMul with a constant matrix. A single row may stream in any order, because the matrix is rearranged in the
 * same way. Several rows are the positions of a 1 x 1 convolution.
 *
 * @param gemm true if the operator has the attributes of Gemm
 */
record MatrixProduct(boolean gemm) implements MacReader.Product {
    @Override
    public int channelAxis(OnnxOperator op) {
        return transposed(op) ? 0 : 1;
    }

    private boolean transposed(OnnxOperator op) {
        return gemm && op.attributes().integer("transB", 0) != 0;
    }

    @Override
    public BiFunction<MacOperands, Outcome, Wire> sums(OnnxOperator op, MacOperands operands) {
        IntTensor file = operands.filter().values();
        Wire input = operands.input();
        if (gemm) {
            boolean unit =
                    op.attributes().real("alpha", 1) == 1 & op.attributes().real("beta", 1) == 1;
            op.require(unit, "alpha and beta are not 1", "multiply them into the weights and the bias");
            op.require(op.attributes().integer("transA", 0) == 0, "transA", "transpose in front");
        }
        int depth = file.rank() == 2 ? file.dim(transposed(op) ? 1 : 0) : 0;
        if (depth < 1 || input.dims().isEmpty() || input.dims().get(input.dims().size() - 1) != depth) {
            throw op.refused(
                    "an input " + input.dims() + " times a matrix " + file.dims(),
                    "the input's last dimension is the matrix's first, or its second with transB");
        }
        boolean turned = transposed(op);
        return (used, outcome) -> {
            IntTensor rows =
                    turned ? used.filter().values() : transpose(used.filter().values());
            return input.type().shape().elements() == depth
                    ? single(op, used, rows, outcome)
                    : several(op, used, rows, outcome);
        };
    }

    private static IntTensor transpose(IntTensor w) {
        int rows = w.dim(0);
        int columns = w.dim(1);
        int[] to = new int[w.size()];
        for (int i = 0; i < to.length; i++) {
            to[i % columns * rows + i / columns] = w.get(i);
        }
        return new IntTensor(List.of(columns, rows), to);
    }

    private static Wire single(OnnxOperator op, MacOperands operands, IntTensor rows, Outcome outcome) {
        Wire input = op.shaped(operands.input(), rows.dim(1));
        int[] weights = rows.toArray();
        for (int i = 0; i < weights.length; i++) {
            int row = i / rows.dim(1) * rows.dim(1);
            weights[row + input.layout().position(i - row)] = rows.get(i);
        }
        Dense layer = Dense.dense()
                .weights(new IntTensor(rows.dims(), weights))
                .weightType(operands.filter().type())
                .bias(bias(operands, rows.dim(0)))
                .requant(outcome.requantization(operands.filter().scales()))
                .activation(outcome.activation())
                .output(outcome.element())
                .get();
        return added(op, input, layer, rows.dim(0));
    }

    private static Wire several(OnnxOperator op, MacOperands operands, IntTensor rows, Outcome outcome) {
        Wire file = op.rowMajor(operands.input());
        Wire input = op.shaped(file, 1, file.type().shape().elements() / rows.dim(1), rows.dim(1));
        Conv2d layer = Conv2d.conv2d()
                .weights(rows.reshaped(List.of(rows.dim(0), 1, 1, rows.dim(1))))
                .weightType(operands.filter().type())
                .bias(bias(operands, rows.dim(0)))
                .requant(outcome.requantization(operands.filter().scales()))
                .activation(outcome.activation())
                .output(outcome.element())
                .get();
        return added(op, input, layer, rows.dim(0));
    }

    private static Wire added(OnnxOperator op, Wire input, systole.network.Layer layer, int channels) {
        List<Integer> dims = new ArrayList<>(input.dims());
        dims.set(dims.size() - 1, channels);
        return op.add(layer, List.of(input), dims, Layout.rowMajor(dims));
    }

    /** The bias for all channels. A bias [1, M] means the same as [M], and a single value is for all channels. */
    private static IntTensor bias(MacOperands operands, int channels) {
        IntTensor bias = operands.bias();
        if (bias.size() == 1) {
            int[] all = new int[channels];
            java.util.Arrays.fill(all, bias.get(0));
            return IntTensor.vector(all);
        }
        return bias.reshaped(List.of(bias.size()));
    }
}
