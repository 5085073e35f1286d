package systole.onnx;

/** Says what an operator computes. */
@FunctionalInterface
interface OperatorReader {
    /**
     * The operator's first output; layers are added to the view's network.
     *
     * @throws systole.diagnostic.RefusedException if the operator cannot be translated
     * @throws IllegalArgumentException if a layer refuses an attribute
     */
    Value read(OnnxOperator operator);
}
