package systole.board;

import java.util.regex.Pattern;

/**
 * One board: its FPGA and what a design may use of it. Counts are those of the whole part.
 *
 * @param id the name it is asked for by and of its data file: lower case letters, digits and single dashes
 * @param name maker and product, for people
 * @param part the full part as Vivado writes it: device, package, speed grade
 * @param lut six-input look-up tables
 * @param ff flip-flops
 * @param dsp DSP48E1 slices
 * @param ramb36 block RAMs of 36 Kbit; each is also two of 18 Kbit
 * @param clockMhz the clock a design gets unless told otherwise, in MHz
 * @param io what is around the FPGA
 */
public record Board(
        String id, String name, String part, int lut, int ff, int dsp, int ramb36, double clockMhz, BoardIo io) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PART = Pattern.compile("xc7[a-z0-9]+-[123]L?");

    /** @throws IllegalArgumentException naming the first field that cannot be true */
    public Board {
        require(ID.matcher(id).matches(), "id", id, "lower case letters, digits and single dashes");
        require(!name.isBlank(), "name", name, "maker and product");
        require(PART.matcher(part).matches(), "part", part, "a full 7-series part such as xc7z020clg400-1");
        require(lut > 0, "lut", lut, "a positive number");
        require(ff > 0, "ff", ff, "a positive number");
        require(dsp > 0, "dsp", dsp, "a positive number");
        require(ramb36 > 0, "ramb36", ramb36, "a positive number");
        require(
                io.equals(BoardIo.NONE) || complete(io),
                "io",
                io,
                "either of a processor, or of a clock, a UART, two LEDs, a button and a configuration");
        require(clockMhz > 0 && clockMhz <= 1000, "clockMhz", clockMhz, "a frequency up to 1000 MHz");
    }

    /** Makes a board of which only the chip is known. */
    public Board(String id, String name, String part, int lut, int ff, int dsp, int ramb36, double clockMhz) {
        this(id, name, part, lut, ff, dsp, ramb36, clockMhz, BoardIo.NONE);
    }

    /**
     * Whether the chip has a processor. If it does, the processor feeds the design; otherwise a host does so through a
     * UART.
     */
    public boolean hasProcessor() {
        return !io.processors().isEmpty();
    }

    /** Whether the board has everything that a design needs. */
    private static boolean complete(BoardIo io) {
        boolean alone = !io.clocks().isEmpty()
                && io.uarts().size() == 1
                && io.leds().size() >= 2
                && !io.buttons().isEmpty()
                && io.configurations().size() == 1;
        return io.processors().size() == 1
                ? io.configurations().isEmpty()
                : io.processors().isEmpty() && alone;
    }

    private static void require(boolean good, String field, Object value, String wanted) {
        if (!good) {
            throw new IllegalArgumentException(field + " must be " + wanted + ", not '" + value + "'");
        }
    }
}
