package systole.plan.unit;

import java.util.List;
import systole.plan.requant.MultiplyShift;
import systole.plan.requant.RequantForm;
import systole.plan.requant.Thresholds;

/**
 * How a {@link MacUnit}'s sums become elements: {@code form(index, sum + bias[index])}.
 *
 * @param form the proved form
 * @param bias what is added to a sum first, for each index
 * @param byPixel true if the index is the output position (or always 0), false if it is the output channel
 */
public record Requantized(RequantForm form, List<Long> bias, boolean byPixel) {
    public Requantized {
        bias = List.copyOf(bias);
        if (bias.size() != form.channels()) {
            throw new IllegalArgumentException("a bias for each of " + form.channels() + " indices");
        }
    }

    /** Cycles from a sum to its element. */
    public int latency() {
        return form instanceof Thresholds t ? 2 * t.comparisons() + 2 : 7;
    }

    /** Expected resources of one copy that serves a share of the indices. */
    public Cost cost(int words) {
        if (form instanceof MultiplyShift m) {
            int width = 24 + m.multBits() + m.productBits() * (m.signedAdd() ? 2 : 1);
            return Memory.rom(width, words).romCost().plus(new Cost(m.dsps(), 140, 0));
        }
        Thresholds t = (Thresholds) form;
        return Memory.rom(t.accBits(), words << t.comparisons()).romCost().plus(new Cost(0, 60 * t.comparisons(), 0));
    }
}
