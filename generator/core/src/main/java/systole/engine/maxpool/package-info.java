/** The engine of max pooling. This package is a slice, which only the catalog names. */
package systole.engine.maxpool;
