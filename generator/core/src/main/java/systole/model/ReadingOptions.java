package systole.model;

import systole.frontend.onnx.RealArithmetic;

/**
 * How a model's file is read.
 *
 * @param outside true if the weights of a text may lie outside of its folder
 * @param reals what is computed where ONNX Runtime works with real numbers
 */
public record ReadingOptions(boolean outside, RealArithmetic reals) {
    /** Weights lie in the folder of a text, and all results are those of the runtime. */
    public static final ReadingOptions DEFAULT = new ReadingOptions(false, RealArithmetic.RUNTIME);
}
