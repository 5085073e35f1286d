/**
 * The only list of all kinds of layers, and the only list of all kinds of engines.
 *
 * <p>Enters: nothing. Leaves: the catalog of layers, with which texts are read and networks are executed and normalised,
 * and the table of engines, which claim the operations.
 */
package systole.catalog;
