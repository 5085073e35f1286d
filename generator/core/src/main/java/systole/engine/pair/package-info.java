/** The engine that adds, subtracts or multiplies two streams. This package is a slice, which only the catalog names. */
package systole.engine.pair;
