/** The kind {@code depthwise_conv2d}: a filter, or several, for each input channel. */
package systole.layer.depthwise;
