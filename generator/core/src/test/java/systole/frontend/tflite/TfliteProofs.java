package systole.frontend.tflite;

import java.util.Set;

/** What the tests prove of each operator, for the table in {@code docs/models.md}. */
public final class TfliteProofs {
    private static final Set<String> VARIABLES = Set.of("VAR_HANDLE", "READ_VARIABLE", "ASSIGN_VARIABLE", "CALL_ONCE");

    private TfliteProofs() {}

    /** In a few words. */
    public static String of(String operator) {
        if (VARIABLES.contains(operator)) {
            return StreamingModelsTest.MODELS + " models = runtime over frames in a row, RTL = golden";
        }
        return OperatorCases.ALL.containsKey(operator)
                ? RuntimeOperatorsTest.CASES + " models = runtime, RTL = golden"
                : "unit test";
    }
}
