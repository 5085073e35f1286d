package systole.diagnostic;

import java.util.List;

/** Names the operators of a model that a message is about. */
public final class Operators {
    private static final int MOST = 20;

    private Operators() {}

    /**
     * A list as in "operators 3, 5, 7". Of many operators, it names the first ones and says how many more there are.
     */
    public static String named(List<String> operators) {
        return (operators.size() == 1 ? "operator " : "operators ") + listed(operators, MOST);
    }

    /** A list of at most {@code most} operators that says how many more there are. */
    public static String listed(List<String> operators, int most) {
        String first = String.join(", ", operators.subList(0, Math.min(most, operators.size())));
        return operators.size() <= most ? first : first + " and " + (operators.size() - most) + " more";
    }
}
