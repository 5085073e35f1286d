package systole.layer.mac;

import java.math.BigInteger;
import systole.network.Activation;
import systole.network.Quantized;
import systole.network.Requantizer;
import systole.network.TensorType;
import systole.network.Window;

/**
 * Convolution by its definition, one product at a time without bounds.
 *
 * @param weight the weight of an output channel, tap row, tap column and input channel; 0 if it reads another group
 */
record NaiveConvolution(
        Weight weight, int[] bias, Window window, Requantizer requantizer, Activation activation, Quantized output) {
    interface Weight {
        int at(int m, int kh, int kw, int c);
    }

    int[] run(TensorType input, TensorType result, int[] frame) {
        int[] out = new int[result.shape().elements()];
        int channels = result.shape().channels();
        for (int i = 0; i < out.length; i++) {
            int m = i % channels;
            int x = i / channels % result.shape().width();
            int y = i / channels / result.shape().width();
            long level = requantizer.apply(m, accumulator(input, frame, m, y, x).longValueExact());
            out[i] = (int) activation.bounds(output).clamp(level + output.zero());
        }
        return out;
    }

    private BigInteger accumulator(TensorType input, int[] frame, int m, int y, int x) {
        int height = input.shape().height();
        int width = input.shape().width();
        Window.Placed placed = window.on(height, width);
        BigInteger sum = BigInteger.valueOf(bias[m]);
        for (int kh = 0; kh < window.kernelH(); kh++) {
            for (int kw = 0; kw < window.kernelW(); kw++) {
                int row = y * window.strideH() - placed.padTop() + kh * window.dilationH();
                int column = x * window.strideW() - placed.padLeft() + kw * window.dilationW();
                if (row < 0 || row >= height || column < 0 || column >= width) {
                    continue;
                }
                for (int c = 0; c < input.shape().channels(); c++) {
                    int value = frame[(row * width + column) * input.shape().channels() + c];
                    sum = sum.add(BigInteger.valueOf(weight.at(m, kh, kw, c))
                            .multiply(BigInteger.valueOf(
                                    (long) value - input.element().zero())));
                }
            }
        }
        return sum;
    }
}
