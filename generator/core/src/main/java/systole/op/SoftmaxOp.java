package systole.op;

import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;

/**
 * Softmax over the channels of each pixel, in the integer arithmetic of TensorFlow Lite's reference kernel.
 *
 * @param in type of an input element
 * @param out type and zero point of the probabilities, whose scale is 1/256
 * @param exponentials exp(-d) in Q0.31 for the differences d = 0..255 from the pixel's maximum; 0 if d is too large
 */
public record SoftmaxOp(IntType in, Quantized out, IntTensor exponentials, int channels, int pixels) implements Op {}
