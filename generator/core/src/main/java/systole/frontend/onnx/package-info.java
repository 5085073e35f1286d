/**
 * Networks from ONNX files ({@code .onnx}): graphs of quantize and dequantize nodes (QDQ), of quantized operators
 * (QOperator), and of integers with RequantShift. The arithmetic is that of ONNX Runtime 1.29's integer kernels.
 *
 * <p>Enters: a file that may hold anything. Leaves: an {@link systole.frontend.onnx.OnnxModel}, or a refusal that names every
 * operator, tensor and attribute with a problem. Sees the kinds of layers. Only the command line sees this package.
 */
package systole.frontend.onnx;
