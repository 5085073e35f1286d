/** The place of the greatest channel. A slice: only the catalog names it. */
package systole.engine.argmax;
