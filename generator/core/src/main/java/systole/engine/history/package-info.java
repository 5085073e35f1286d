/**
 * The engine that puts elements of earlier frames in front of each frame. This package is a slice, which only the catalog
 * names.
 */
package systole.engine.history;
