/** The kind {@code softmax}, in the integer arithmetic of TensorFlow Lite. */
package systole.layer.softmax;
