/**
 * The code that several kinds of layers share: checks, and arguments with the same syntax.
 *
 * <p>Enters: types and arguments. Leaves: problems and values. Sees the layer interfaces and the network.
 */
package systole.layer.support;
