/** Blocks that are put out several times. A slice: only the catalog names it. */
package systole.engine.repeat;
