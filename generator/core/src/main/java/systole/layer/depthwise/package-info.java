/** The kind {@code depthwise_conv2d}, which has one or several filters for each input channel. */
package systole.layer.depthwise;
