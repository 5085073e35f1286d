/** The engine of softmax. This package is a slice, which only the catalog names. */
package systole.engine.softmax;
