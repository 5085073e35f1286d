/** The engine that limits elements to a range. This package is a slice, which only the catalog names. */
package systole.engine.clamp;
