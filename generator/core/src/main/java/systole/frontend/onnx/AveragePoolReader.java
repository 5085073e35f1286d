package systole.frontend.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import systole.layer.conv2d.Conv2d;
import systole.network.IntTensor;
import systole.network.Quantized;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Window;

/**
 * AveragePool and QLinearAveragePool as convolutions with weights of 1. The runtime sums up real numbers one by one and
 * rounds each sum, so equal sums of integers may give different results. Only operators for which {@link AverageProof}
 * finds a proof are read.
 *
 * @param linear scales and zero points are inputs
 */
record AveragePoolReader(boolean linear) implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        Wire input = linear ? op.labelled(0, 1, 2) : op.flow(0);
        Wire image = op.image(input);
        Window window = Windows.read(op, image.image(), List.of(), image.dims().size() - 2);
        boolean padded = op.attributes().integer("count_include_pad", 0) != 0;
        boolean unpadded = window.equals(Windows.unpadded(window));
        op.require(padded || unpadded, "padding that does not count", "set count_include_pad, or pad in front");
        op.require(op.attributes().integer("ceil_mode", 0) == 0, "ceil_mode", "pad in front");
        op.require(window.dilationH() == 1 && window.dilationW() == 1, "dilations", "a window has none");
        if (linear) {
            op.require(op.attributes().integer("channels_last", 0) == 0, "channels_last", "transpose in front");
        }
        op.problems().throwIfAny();
        Function<Outcome, Wire> finish = outcome -> pooled(op, image, window, outcome.element());
        return linear ? new Value.Integers(finish.apply(Outcome.scaled(op.element(3, 4)))) : op.sums(false, finish);
    }

    private static Wire pooled(OnnxOperator op, Wire image, Window window, Quantized output) {
        int taps = window.kernelH() * window.kernelW();
        int channels = image.shape().channels();
        Scaled requantization = new Scaled(ScaleRounding.FLOAT_HALF_EVEN, List.of((double) (1f / taps)));
        op.require(
                image.integers().equals(output.type())
                        && new AverageProof(image.element(), output, taps).holds(requantization),
                "ONNX Runtime's mean of " + taps + " real numbers depends on the order of its roundings with scales "
                        + image.element().scale() + " and " + output.scale(),
                "use GlobalAveragePool for the mean over height and width, whose sums are integers; a Conv with stride;"
                        + " or another output scale");
        int[] ones = new int[channels * taps];
        Arrays.fill(ones, 1);
        Conv2d layer = Conv2d.conv2d()
                .weights(new IntTensor(List.of(channels, window.kernelH(), window.kernelW(), 1), ones))
                .groups(channels)
                .stride(window.strideH(), window.strideW())
                .padding(window.padding())
                .requant(requantization)
                .output(output)
                .get();
        Window.Placed placed = window.on(image.shape().height(), image.shape().width());
        return op.addImage(layer, image, channels, placed.outH(), placed.outW());
    }
}
