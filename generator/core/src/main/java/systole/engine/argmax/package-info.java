/** The engine that finds the greatest channel. This package is a slice, which only the catalog names. */
package systole.engine.argmax;
