package systole.form.requant;

import systole.target.chip.DspSlice;

/** How hardware computes a requantizer. Each form is an exact description of its circuit, bit for bit. */
public sealed interface RequantForm permits MultiplyShift, ThresholdForm {
    /** Width of the signed number that accumulators are saturated to first. */
    int accBits();

    int channels();

    /** The output the circuit makes of an accumulator, of any width. */
    int apply(int channel, long accumulator);

    /** DSP slices of one copy of the circuit, if they are of this kind. */
    int dsps(DspSlice slice);
}
