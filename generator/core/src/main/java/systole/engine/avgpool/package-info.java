/** The engine of average pooling. This package is a slice, which only the catalog names. */
package systole.engine.avgpool;
