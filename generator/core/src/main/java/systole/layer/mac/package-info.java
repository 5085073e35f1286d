/**
 * Multiply-accumulate: the one canonical form behind convolutions and dense layers, its validation and its kernel.
 *
 * <p>Enters: the terms of conv2d, conv1d, depthwise and dense layers. Leaves: {@link systole.layer.mac.Mac}, from which
 * hardware is made.
 */
package systole.layer.mac;
