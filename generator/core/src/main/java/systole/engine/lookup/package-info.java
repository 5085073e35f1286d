/** The engine that replaces elements by entries of a table. This package is a slice, which only the catalog names. */
package systole.engine.lookup;
