/** Two streams added, subtracted or multiplied. A slice: only the catalog names it. */
package systole.engine.pair;
