package systole.diagnostic;

import java.util.List;

/** Names a model's operators that a message is about. */
public final class Operators {
    private static final int MOST = 20;

    private Operators() {}

    /** As in "operators 3, 5, 7"; of many the first, and how many more there are. */
    public static String named(List<String> operators) {
        String first = String.join(", ", operators.subList(0, Math.min(MOST, operators.size())));
        String more = operators.size() <= MOST ? "" : " and " + (operators.size() - MOST) + " more";
        return (operators.size() == 1 ? "operator " : "operators ") + first + more;
    }
}
