/** The engine of the long short-term memory. This package is a slice, which only the catalog names. */
package systole.engine.lstm;
