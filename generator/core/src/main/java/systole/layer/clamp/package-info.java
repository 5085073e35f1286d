/** The kinds {@code relu}, {@code relu6} and {@code clamp}, which limit elements and keep the quantization. */
package systole.layer.clamp;
