/** The kind {@code argmax}: which channel is the largest. */
package systole.layer.argmax;
