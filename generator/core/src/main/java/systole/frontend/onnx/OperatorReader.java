package systole.frontend.onnx;

/** Translates an operator into layers. */
@FunctionalInterface
interface OperatorReader {
    /**
     * Reads an operator and returns its first output. Layers are added to the view's network.
     *
     * @throws systole.diagnostic.RefusedException if the operator cannot be translated
     * @throws IllegalArgumentException if a layer refuses an attribute
     */
    Value read(OnnxOperator operator);
}
