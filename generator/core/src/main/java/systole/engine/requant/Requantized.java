package systole.engine.requant;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import systole.engine.Cost;
import systole.engine.Facts;
import systole.engine.Memory;
import systole.form.requant.MultiplyShift;
import systole.form.requant.RequantForm;
import systole.form.requant.RequantPlanner;
import systole.form.requant.ThresholdForm;
import systole.network.Range;
import systole.op.Scaling;

/**
 * The way in which sums become elements: {@code form(index, sum + bias[index])}.
 *
 * @param form the proved form
 * @param bias added to a sum first, for each index
 * @param byPixel true if the index is the output position (or always 0), false if it is the output channel
 */
public record Requantized(RequantForm form, List<Long> bias, boolean byPixel) {
    public Requantized {
        bias = List.copyOf(bias);
        if (bias.size() != form.channels()) {
            throw new IllegalArgumentException("a bias for each of " + form.channels() + " indices");
        }
    }

    /** The scaling with a form that is proved equal to it. */
    public static Requantized of(Scaling scaling) {
        return new Requantized(RequantPlanner.choose(scaling.task()), scaling.bias(), scaling.byPosition());
    }

    /** The form, in the word by which {@code plan.json} counts it. */
    public String kind() {
        return form instanceof ThresholdForm ? "thresholds" : "multiply_shift_" + form.dsps() + "_dsp";
    }

    /** The figures of the form for {@code plan.json}. */
    public Facts facts() {
        return form instanceof MultiplyShift m
                ? Facts.of("requantizer", "multiply-shift")
                        .with("multiplier_bits", m.multBits())
                        .with("active_span_bits", m.accBits())
                : Facts.of("requantizer", "thresholds");
    }

    /** Cycles from a sum to its element. */
    public int latency() {
        return form instanceof ThresholdForm t ? 2 * t.comparisons() + 2 : 7;
    }

    /** Bits of a bias, signed. */
    public int biasBits() {
        return new Range(Collections.min(bias), Collections.max(bias)).signedBits();
    }

    /** The LUTs of bias, saturation, adds and limits. Products in several slices take more adds. */
    private static int scalingLuts(MultiplyShift form) {
        return switch (form.dsps()) {
            case 0 -> 80;
            case 1 -> 95;
            case 2 -> 128;
            default -> 200;
        };
    }

    /** The memory of one copy's parameters. Empty for thresholds, which have several memories in LUTs. */
    public Optional<Memory> parameters(int words, int worth) {
        return form instanceof MultiplyShift m
                ? Optional.of(
                        Memory.rom(biasBits() + m.multBits() + m.addBits() * (m.signedAdd() ? 2 : 1), words, worth))
                : Optional.empty();
    }

    /**
     * Expected resources of one copy.
     *
     * @param words the number of indices that it serves
     * @param worth LUTs that a RAMB18 has to save
     */
    public Cost cost(int words, int worth) {
        if (form instanceof MultiplyShift m) {
            return parameters(words, worth)
                    .map(Memory::romCost)
                    .orElse(Cost.NONE)
                    .plus(new Cost(m.dsps(), scalingLuts(m), 0));
        }
        ThresholdForm t = (ThresholdForm) form;
        return Memory.rom(t.accBits(), words << t.comparisons()).romCost().plus(new Cost(0, 60 * t.comparisons(), 0));
    }
}
