package systole.frontend.onnx;

/**
 * What is computed where ONNX Runtime works with real numbers and rounds them again and again, so that no function of
 * integers gives its results.
 */
public enum RealArithmetic {
    /** Only what is proved to give the runtime's results for all inputs. Other models are refused. */
    RUNTIME,
    /**
     * The exact real number, rounded once, half to even. The difference to the runtime is bounded and told for each
     * operator.
     */
    EXACT;

    /** What refusals say of the other arithmetic. */
    static final String HINT = "; or take the exact result, rounded once, with --reals exact";
}
