/** The kinds {@code relu}, {@code relu6} and {@code clamp}: limits, the quantization stays. */
package systole.layer.clamp;
