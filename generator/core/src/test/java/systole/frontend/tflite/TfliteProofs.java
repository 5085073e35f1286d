package systole.frontend.tflite;

/** What the tests prove of each operator, for the table in {@code docs/models.md}. */
public final class TfliteProofs {
    private TfliteProofs() {}

    /** In a few words. */
    public static String of(String operator) {
        return OperatorCases.ALL.containsKey(operator)
                ? RuntimeOperatorsTest.CASES + " models = runtime, RTL = golden"
                : "unit test";
    }
}
