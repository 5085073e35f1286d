/** The kind {@code conv2d}: two-dimensional, possibly grouped convolution. */
package systole.layer.conv2d;
