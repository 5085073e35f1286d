package systole.diagnostic;

import java.util.List;

/** Names a model's operators that a message is about. */
public final class Operators {
    private static final int MOST = 20;

    private Operators() {}

    /** As in "operators 3, 5, 7"; of many the first, and how many more there are. */
    public static String named(List<String> operators) {
        return (operators.size() == 1 ? "operator " : "operators ") + listed(operators, MOST);
    }

    /** So many of them at the most, and how many more there are. */
    public static String listed(List<String> operators, int most) {
        String first = String.join(", ", operators.subList(0, Math.min(most, operators.size())));
        return operators.size() <= most ? first : first + " and " + (operators.size() - most) + " more";
    }
}
