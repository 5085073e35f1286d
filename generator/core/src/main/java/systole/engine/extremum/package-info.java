/**
 * The engine that finds the greater or the lesser of two elements. This package is a slice, which only the catalog
 * names.
 */
package systole.engine.extremum;
