/** The engine {@code select}: some elements of each frame, without a memory. */
package systole.engine.select;
