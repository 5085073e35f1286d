/** The engine that adds a border to a frame. This package is a slice, which only the catalog names. */
package systole.engine.pad;
