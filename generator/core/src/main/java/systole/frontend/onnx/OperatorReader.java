package systole.frontend.onnx;

/** Translates an operator into layers. */
@FunctionalInterface
interface OperatorReader {
    /**
     * Reads an operator and returns the output that the operator's view names. Layers are added to the view's network.
     *
     * @throws systole.diagnostic.RefusedException if the operator cannot be translated
     * @throws IllegalArgumentException if a layer refuses an attribute
     */
    Value read(OnnxOperator operator);

    /** True if every output is read, one after the other. Otherwise only the first one is. */
    default boolean severalOutputs() {
        return false;
    }
}
