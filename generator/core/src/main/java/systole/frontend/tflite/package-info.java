/**
 * Networks from TensorFlow Lite files ({@code .tflite}), with the arithmetic of the reference kernels of version 2.18.
 *
 * <p>Enters: a file that may hold anything. Leaves: a {@link systole.network.Network}, or a refusal that names every
 * operator, tensor and attribute with a problem. Sees the kinds of layers. Only the command line sees this package.
 */
package systole.frontend.tflite;
