/** Elements held between limits. A slice: only the catalog names it. */
package systole.engine.clamp;
