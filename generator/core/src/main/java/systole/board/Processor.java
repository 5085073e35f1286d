package systole.board;

/**
 * The processing system of a Zynq-7000.
 *
 * @param crystalMhz the frequency at its PS_CLK pin, from which it derives the clocks of the fabric
 */
public record Processor(double crystalMhz) {
    /** @throws IllegalArgumentException if the frequency is not one that a Zynq-7000 takes (DS187, PS_CLK) */
    public Processor {
        if (!(crystalMhz >= 30 && crystalMhz <= 60)) {
            throw new IllegalArgumentException("crystalMhz must be from 30 to 60, not '" + crystalMhz + "'");
        }
    }
}
