package systole.target.board;

/**
 * The processing system of a chip that has one; {@link Board} checks it against the chip's family.
 *
 * @param crystalMhz the frequency at its clock pin, from which it derives the clocks of the fabric
 */
public record Processor(double crystalMhz) {}
