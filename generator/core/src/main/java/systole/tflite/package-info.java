/**
 * Networks from TensorFlow Lite files ({@code .tflite}), with the arithmetic of the reference kernels of version 2.18.
 *
 * <p>Enters: a file that nobody vouches for. Leaves: a {@link systole.network.Network}, or a refusal that names every
 * operator, tensor and attribute that stands in the way. Sees the kinds of layers; nobody but the command line sees it.
 */
package systole.tflite;
