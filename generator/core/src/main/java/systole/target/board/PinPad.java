package systole.target.board;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pin of the FPGA and its connection on the board.
 *
 * @param name the board's name for it, on the schematic or printed beside it
 * @param pin the package's ball
 * @param bank the I/O bank
 * @param standard the I/O standard, as Vivado writes it
 */
public record PinPad(String name, String pin, int bank, String standard) {
    private static final Pattern BALL = Pattern.compile("[A-Z]{1,2}[1-9][0-9]?");

    /** Standards of a pair of pins (UG471, I/O standards); as inputs, they do with any supply of the bank. */
    private static final Set<String> PAIRS = Set.of("LVDS", "LVDS_25");

    /** The supply of a bank that each single-ended standard asks for (UG471, I/O standards), in volts. */
    private static final Map<String, Double> VOLTS =
            Map.of("LVCMOS33", 3.3, "LVTTL", 3.3, "LVCMOS25", 2.5, "LVCMOS18", 1.8, "LVCMOS15", 1.5, "LVCMOS12", 1.2);

    /** @throws IllegalArgumentException naming the first field that cannot be true */
    public PinPad {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a pad's name must not be blank");
        }
        if (!BALL.matcher(pin).matches()) {
            throw new IllegalArgumentException("pin must be a ball such as E3 or AA19, not '" + pin + "'");
        }
        if (!VOLTS.containsKey(standard) && !PAIRS.contains(standard)) {
            Stream<String> known = Stream.concat(VOLTS.keySet().stream(), PAIRS.stream());
            throw new IllegalArgumentException("standard of pin " + pin + " must be one of "
                    + known.sorted().collect(Collectors.joining(", ")) + ", not '" + standard + "'");
        }
    }

    /** Whether it is one of two pins that carry a signal together. */
    public boolean ofAPair() {
        return PAIRS.contains(standard);
    }

    /** Whether the standard does with a supply of the bank, in volts. */
    boolean fits(double supply) {
        return ofAPair() || VOLTS.get(standard) == supply;
    }
}
