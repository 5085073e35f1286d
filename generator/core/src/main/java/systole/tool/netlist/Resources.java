package systole.tool.netlist;

/**
 * The resources of a chip that a netlist takes.
 *
 * @param lut 6-input look-up tables, those used as memory included; wide multiplexers (MUXF7 to MUXF9) cost none
 * @param lutram the number of them that are memories or shift registers, which only a SLICEM has
 * @param ff flip-flops
 * @param carry4 carry chains of four bits
 * @param dsp slices that multiply, DSP48E1 or DSP48E2
 * @param ramb36 36 kbit block RAMs
 * @param ramb18 18 kbit block RAMs
 * @param uram UltraRAMs of 288 kbit
 * @param latch latches, which no design should have
 */
public record Resources(int lut, int lutram, int ff, int carry4, int dsp, int ramb36, int ramb18, int uram, int latch) {
    public static final Resources NONE = new Resources(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Block RAM in halves of a RAMB36. */
    public int bramHalves() {
        return 2 * ramb36 + ramb18;
    }

    public Resources plus(Resources other) {
        return new Resources(
                lut + other.lut,
                lutram + other.lutram,
                ff + other.ff,
                carry4 + other.carry4,
                dsp + other.dsp,
                ramb36 + other.ramb36,
                ramb18 + other.ramb18,
                uram + other.uram,
                latch + other.latch);
    }

    public Resources minus(Resources other) {
        return plus(other.times(-1));
    }

    public Resources times(int count) {
        return new Resources(
                lut * count,
                lutram * count,
                ff * count,
                carry4 * count,
                dsp * count,
                ramb36 * count,
                ramb18 * count,
                uram * count,
                latch * count);
    }
}
