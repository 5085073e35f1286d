package systole.engine.requant;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import systole.engine.Facts;
import systole.engine.Memory;
import systole.engine.Storage;
import systole.form.requant.MultiplyShift;
import systole.form.requant.RequantForm;
import systole.form.requant.RequantPlanner;
import systole.form.requant.ThresholdForm;
import systole.network.Range;
import systole.op.Scaling;
import systole.target.chip.DspSlice;
import systole.target.resource.ResourceVector;

/**
 * The way in which sums become elements: {@code form(index, sum + bias[index])}.
 *
 * @param form the proved form
 * @param bias added to a sum first, for each index
 * @param dsp the slice that multiplies, if the form has products
 */
public record Requantized(RequantForm form, List<Long> bias, DspSlice dsp) {
    public Requantized {
        bias = List.copyOf(bias);
        if (bias.size() != form.channels()) {
            throw new IllegalArgumentException("a bias for each of " + form.channels() + " indices");
        }
    }

    /** The scaling with a form that is proved equal to it. */
    public static Requantized of(Scaling scaling, DspSlice dsp) {
        return new Requantized(RequantPlanner.choose(scaling.task(), dsp), scaling.bias(), dsp);
    }

    /** The form, in the word by which {@code plan.json} counts it. */
    public String kind() {
        return form instanceof ThresholdForm ? "thresholds" : "multiply_shift_" + dsps() + "_dsp";
    }

    /** The figures of the form for {@code plan.json}. */
    public Facts facts() {
        return form instanceof MultiplyShift m
                ? Facts.of("requantizer", "multiply-shift")
                        .with("multiplier_bits", m.multBits())
                        .with("active_span_bits", m.accBits())
                : Facts.of("requantizer", "thresholds");
    }

    /** DSP slices of one copy. */
    public int dsps() {
        return form.dsps(dsp);
    }

    /**
     * Cycles from a sum to its element.
     *
     * @param words the number of indices that a copy serves
     * @param storage says where the parameters are
     */
    public int latency(int words, Storage storage) {
        return form instanceof ThresholdForm t
                ? 2 * t.comparisons() + 2
                : 7 + parameters(words, storage).orElseThrow().parameter() + deep();
    }

    /** One more cycle for several products that no slice can add up, see systole_scale; otherwise 0. */
    int deep() {
        return dsps() > 2 || (dsps() == 2 && ((MultiplyShift) form).addBits() >= dsp.accumulator()) ? 1 : 0;
    }

    /** Bits of a bias, signed. */
    public int biasBits() {
        return new Range(Collections.min(bias), Collections.max(bias)).signedBits();
    }

    /** The LUTs of bias, saturation, adds and limits. Products in several slices take more adds. */
    private int scalingLuts() {
        return switch (dsps()) {
            case 0 -> 80;
            case 1 -> 95;
            case 2 -> 128;
            default -> 200;
        };
    }

    /** The memory of one copy's parameters. Empty for thresholds, which have several memories in LUTs. */
    public Optional<Memory> parameters(int words, Storage storage) {
        return form instanceof MultiplyShift m
                ? Optional.of(storage.rom(biasBits() + m.multBits() + m.addBits() * (m.signedAdd() ? 2 : 1), words))
                : Optional.empty();
    }

    /**
     * Expected resources of one copy.
     *
     * @param words the number of indices that it serves
     * @param storage says where the parameters are
     */
    public ResourceVector cost(int words, Storage storage) {
        if (form instanceof MultiplyShift) {
            return parameters(words, storage)
                    .map(Memory::romCost)
                    .orElse(ResourceVector.NONE)
                    .plus(ResourceVector.dsps(dsps()))
                    .plus(ResourceVector.luts(scalingLuts()));
        }
        ThresholdForm t = (ThresholdForm) form;
        return Storage.USUAL
                .rom(t.accBits(), words << t.comparisons())
                .romCost()
                .plus(ResourceVector.luts(60 * t.comparisons()));
    }
}
