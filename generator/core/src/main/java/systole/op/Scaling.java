package systole.op;

import java.util.List;

/**
 * The way in which sums become elements: {@code task.wanted(index, sum + bias[index])}.
 *
 * @param task the element that each reachable sum should become, after the bias was added; which sum has which index is
 *     the operation's affair
 * @param bias the number that is first added to a sum, for each index
 */
public record Scaling(RequantTask task, List<Long> bias) {
    public Scaling {
        bias = List.copyOf(bias);
        if (bias.size() != task.channels()) {
            throw new IllegalArgumentException("a bias for each of " + task.channels() + " indices");
        }
    }
}
