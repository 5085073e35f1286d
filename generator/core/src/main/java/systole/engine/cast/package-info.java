/** The engine {@code cast}: elements with more or with fewer bits. */
package systole.engine.cast;
