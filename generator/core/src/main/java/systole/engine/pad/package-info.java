/** A border around a frame. A slice: only the catalog names it. */
package systole.engine.pad;
