package systole.target.chip;

/**
 * How Yosys knows a family.
 *
 * @param family as its option {@code -family} names it
 * @param packsDsp whether it packs registers, sums and cascades into the DSP slices; where it does not, they are cells of
 *     the netlist that the chip would not have
 */
public record Synthesizer(String family, boolean packsDsp) {}
