/**
 * Multiply-accumulate: the one canonical form behind convolutions and dense layers, its validation and its kernel.
 *
 * <p>Enters: what conv2d, conv1d, depthwise and dense layers say. Leaves: {@link systole.layer.mac.Mac}, which hardware
 * is made from.
 */
package systole.layer.mac;
