/** Elements replaced by entries of a table. A slice: only the catalog names it. */
package systole.engine.lookup;
