/**
 * The one list of layer kinds.
 *
 * <p>Enters: nothing. Leaves: the catalog that texts are read with and networks are executed and lowered with.
 */
package systole.catalog;
