/**
 * Convolution, depthwise convolution and dense on a systolic array. A slice: only the catalog names it.
 *
 * <p>
 */
package systole.engine.mac;
