/** The kind {@code dense}: every output reads every input, a 1 x 1 convolution. */
package systole.layer.dense;
