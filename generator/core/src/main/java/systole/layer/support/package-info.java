/**
 * What several kinds of layers share: checks, and arguments that are written alike.
 *
 * <p>Enters: types and arguments. Leaves: problems and values. Sees the layer interfaces and the network.
 */
package systole.layer.support;
