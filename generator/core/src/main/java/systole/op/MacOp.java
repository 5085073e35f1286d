package systole.op;

import systole.network.IntType;
import systole.network.Window.Placed;

/**
 * Grouped convolution of raw elements: for each output channel the sum of {@code w * x} over a window and the channels of
 * its group, then its element. Dense layers are convolutions of a single pixel.
 *
 * @param window geometry; every position overlaps the input
 * @param channels input channels
 * @param outChannels output channels, a multiple of the groups
 * @param groups channel groups, a divisor of the input channels
 * @param x type of an input element
 * @param padValue the element that stands for padding
 * @param weights what elements are multiplied by
 * @param scaling from sums to elements, by output channel; its biases hold the zero point's share
 * @param out type of an output element
 */
public record MacOp(
        Placed window,
        int channels,
        int outChannels,
        int groups,
        IntType x,
        int padValue,
        Weights weights,
        Scaling scaling,
        IntType out)
        implements Op {}
