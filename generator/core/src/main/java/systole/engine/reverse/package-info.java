/**
 * The engine that puts out positions from the last to the first. This package is a slice, which only the catalog names.
 */
package systole.engine.reverse;
