/**
 * The engine that computes a function of elements of up to 16 bits. This package is a slice, which only the catalog
 * names.
 */
package systole.engine.curve;
