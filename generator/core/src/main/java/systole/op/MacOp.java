package systole.op;

import systole.network.IntType;
import systole.network.Window.Placed;

/**
 * Grouped convolution of raw elements. For each output channel, it scales the sum of {@code w * x} over a window and
 * over the channels of the group to an element. Dense layers are convolutions of a single pixel.
 *
 * @param window geometry; every position overlaps the input
 * @param channels input channels
 * @param outChannels output channels, a multiple of the groups
 * @param groups channel groups, a divisor of the input channels
 * @param x type of an input element
 * @param padValue the element that stands for padding
 * @param weights the weights that elements are multiplied by
 * @param scaling turns sums into elements, by output channel; its biases include the part of the zero point
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
