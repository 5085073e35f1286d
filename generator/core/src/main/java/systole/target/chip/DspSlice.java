package systole.target.chip;

/**
 * A slice that multiplies and adds, all numbers signed.
 *
 * @param name as a netlist calls it
 * @param wide bits of the multiplier's wider port
 * @param narrow bits of the other
 * @param accumulator bits of the sum
 */
public record DspSlice(String name, int wide, int narrow, int accumulator) {}
