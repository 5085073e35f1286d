/**
 * The engine of convolution, depthwise convolution and dense, which has a systolic array. This package is a slice,
 * which only the catalog names.
 */
package systole.engine.mac;
