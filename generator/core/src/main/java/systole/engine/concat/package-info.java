/** Concatenation. A slice: only the catalog names it. */
package systole.engine.concat;
