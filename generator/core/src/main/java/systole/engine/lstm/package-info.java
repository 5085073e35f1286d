/** The long short-term memory. A slice: only the catalog names it. */
package systole.engine.lstm;
