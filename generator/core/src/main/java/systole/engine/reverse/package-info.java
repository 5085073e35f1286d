/** Positions from the last to the first. A slice: only the catalog names it. */
package systole.engine.reverse;
