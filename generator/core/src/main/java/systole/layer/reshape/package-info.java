/** The kinds {@code flatten} and {@code reshape}: the same elements in the same order. */
package systole.layer.reshape;
