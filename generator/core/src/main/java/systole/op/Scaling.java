package systole.op;

import java.util.List;

/**
 * From sums to elements: {@code task.wanted(index, sum + bias[index])}.
 *
 * @param task what is wanted of each reachable sum, its bias included
 * @param bias what is added to a sum first, for each index
 * @param byPosition true if the index is the output position (or always 0), false if it is the output channel
 */
public record Scaling(RequantTask task, List<Long> bias, boolean byPosition) {
    public Scaling {
        bias = List.copyOf(bias);
        if (bias.size() != task.channels()) {
            throw new IllegalArgumentException("a bias for each of " + task.channels() + " indices");
        }
    }
}
