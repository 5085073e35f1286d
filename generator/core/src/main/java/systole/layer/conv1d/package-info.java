/** The kind {@code conv1d}: convolution along a sequence, a convolution of height 1. */
package systole.layer.conv1d;
