package systole.frontend.onnx;

import java.util.Set;

/** What the tests prove of each operator, for the table in {@code docs/models.md}. */
public final class OnnxProofs {
    /** Operators that have no random models of their own. */
    private static final Set<String> OTHERS = Set.of(
            "ConvInteger",
            "MatMulInteger",
            "GlobalMaxPool",
            "Flatten",
            "Squeeze",
            "Unsqueeze",
            "Constant",
            "ConstantOfShape",
            "Shape",
            "Gather",
            "Slice",
            "Cast",
            "Div",
            "RequantShift");

    private OnnxProofs() {}

    /** In a few words. */
    public static String of(String operator) {
        return OTHERS.contains(operator) ? "unit test" : "200 models = runtime";
    }
}
