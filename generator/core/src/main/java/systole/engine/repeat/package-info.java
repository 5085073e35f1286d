/** The engine that puts out blocks several times. This package is a slice, which only the catalog names. */
package systole.engine.repeat;
