package systole.target.board;

import java.util.Set;

/**
 * How an FPGA without a processor is configured.
 *
 * @param cfgbvs the net that the CFGBVS pin is tied to: VCCO or GND
 * @param volts the supply of the configuration bank
 * @param spiWidth data lines to the configuration flash
 */
public record Configuration(String cfgbvs, double volts, int spiWidth) {
    /** @throws IllegalArgumentException naming the first field that cannot be true (UG470, configuration banks) */
    public Configuration {
        if (!Set.of("VCCO", "GND").contains(cfgbvs)) {
            throw new IllegalArgumentException("cfgbvs must be VCCO or GND, not '" + cfgbvs + "'");
        }
        if (cfgbvs.equals("VCCO") != (volts >= 2.5)) {
            throw new IllegalArgumentException("volts must be 2.5 or 3.3 where cfgbvs is VCCO, 1.8 or less where it is"
                    + " GND, not '" + volts + "'");
        }
        if (!Set.of(1, 2, 4).contains(spiWidth)) {
            throw new IllegalArgumentException("spiWidth must be 1, 2 or 4, not '" + spiWidth + "'");
        }
    }
}
