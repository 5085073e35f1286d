/** The engine that concatenates streams. This package is a slice, which only the catalog names. */
package systole.engine.concat;
