/** The greater or the lesser of two streams. A slice: only the catalog names it. */
package systole.engine.extremum;
