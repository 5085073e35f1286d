/** The engine that puts out known values. This package is a slice, which only the catalog names. */
package systole.engine.constant;
