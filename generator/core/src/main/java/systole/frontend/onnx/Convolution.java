package systole.frontend.onnx;

import java.util.List;
import java.util.function.BiFunction;
import systole.layer.conv2d.Conv2d;
import systole.network.IntTensor;
import systole.network.Window;

/** Conv and similar operators, with weights [M, C / groups, KH, KW], or [M, C / groups, K] over one row. */
final class Convolution implements MacReader.Product {
    @Override
    public int channelAxis(OnnxOperator op) {
        return 0;
    }

    @Override
    public BiFunction<MacOperands, Outcome, Wire> sums(OnnxOperator op, MacOperands operands) {
        Wire input = op.image(operands.input());
        IntTensor w = operands.filter().values();
        int spatial = input.dims().size() - 2;
        if (w.rank() != spatial + 2) {
            throw op.refused(
                    "the weights are " + w.dims() + " for an input " + input.dims(),
                    "they are [output channels, input channels / groups, kernel]");
        }
        Window window = Windows.read(op, input.image(), w.dims().subList(2, w.rank()), spatial);
        int groups = op.attributes().integer("group", 1);
        return (used, outcome) -> {
            Conv2d layer = Conv2d.conv2d()
                    .weights(channelsLast(used.filter().values()))
                    .weightType(used.filter().type())
                    .bias(used.bias())
                    .groups(groups)
                    .stride(window.strideH(), window.strideW())
                    .dilation(window.dilationH(), window.dilationW())
                    .padding(window.padding())
                    .requant(outcome.requantization(used.filter().scales()))
                    .activation(outcome.activation())
                    .output(outcome.element())
                    .get();
            Window.Placed placed =
                    window.on(input.shape().height(), input.shape().width());
            return op.addImage(layer, input, w.dim(0), placed.outH(), placed.outW());
        };
    }

    private static IntTensor channelsLast(IntTensor w) {
        int channels = w.dim(1);
        int taps = w.size() / Math.max(1, w.dim(0) * channels);
        int[] to = new int[w.size()];
        for (int i = 0; i < to.length; i++) {
            int m = i / (channels * taps);
            int c = i / taps % channels;
            to[(m * taps + i % taps) * channels + c] = w.get(i);
        }
        boolean flat = w.rank() == 3;
        return new IntTensor(List.of(w.dim(0), flat ? 1 : w.dim(2), w.dim(w.rank() - 1), channels), to);
    }
}
