package systole.target.board;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A pin of the FPGA and what it is wired to.
 *
 * @param name what the board calls it, on its schematic or printed beside it
 * @param pin the package's ball
 * @param bank the I/O bank
 * @param standard the I/O standard, as Vivado writes it
 */
public record Pad(String name, String pin, int bank, String standard) {
    private static final Pattern BALL = Pattern.compile("[A-Z]{1,2}[1-9][0-9]?");

    /** The supply of a bank that each single-ended standard asks for (UG471, I/O standards), in volts. */
    private static final Map<String, Double> VOLTS =
            Map.of("LVCMOS33", 3.3, "LVTTL", 3.3, "LVCMOS25", 2.5, "LVCMOS18", 1.8, "LVCMOS15", 1.5, "LVCMOS12", 1.2);

    /** @throws IllegalArgumentException naming the first field that cannot be true */
    public Pad {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a pad's name must not be blank");
        }
        if (!BALL.matcher(pin).matches()) {
            throw new IllegalArgumentException("pin must be a ball such as E3 or AA19, not '" + pin + "'");
        }
        if (!VOLTS.containsKey(standard)) {
            throw new IllegalArgumentException("standard of pin " + pin + " must be one of "
                    + String.join(", ", VOLTS.keySet().stream().sorted().toList()) + ", not '" + standard + "'");
        }
    }

    /** The supply that the standard asks of the bank, in volts. */
    public double volts() {
        return VOLTS.get(standard);
    }
}
