/**
 * Networks from ONNX files ({@code .onnx}): graphs of quantize and dequantize nodes (QDQ), of quantized operators
 * (QOperator), and of integers with RequantShift. The arithmetic is that of ONNX Runtime 1.29's integer kernels.
 *
 * <p>Enters: a file that nobody vouches for. Leaves: an {@link systole.onnx.OnnxModel}, or a refusal that names every
 * operator, tensor and attribute that stands in the way. Sees the kinds of layers; nobody but the command line sees it.
 */
package systole.onnx;
