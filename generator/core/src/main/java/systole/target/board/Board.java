package systole.target.board;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import systole.target.chip.Chip;
import systole.target.chip.ProcessingSystem;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/**
 * One board: its chip and what a design may use of it.
 *
 * @param id the name it is asked for by and of its data file: lower case letters, digits and single dashes
 * @param name maker and product, for people
 * @param chip the FPGA
 * @param clockMhz the clock a design gets unless told otherwise, in MHz
 * @param io what is around the FPGA
 */
public record Board(String id, String name, Chip chip, double clockMhz, BoardIo io) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException naming the first field that cannot be true */
    public Board {
        require(ID.matcher(id).matches(), "id", id, "lower case letters, digits and single dashes");
        require(!name.isBlank(), "name", name, "maker and product");
        require(clockMhz > 0 && clockMhz <= 1000, "clockMhz", clockMhz, "a frequency up to 1000 MHz");
        if (!io.equals(BoardIo.NONE)) {
            check(chip, io);
        }
    }

    /** A board of which only the chip is known. */
    public Board(String id, String name, String part, int lut, int ff, int dsp, int ramb36, double clockMhz) {
        this(
                id,
                name,
                Chip.of(
                        part,
                        ResourceVector.counted(Map.of(
                                ResourceKind.LUT, lut,
                                ResourceKind.FF, ff,
                                ResourceKind.DSP, dsp,
                                ResourceKind.RAMB18, ramb36))),
                clockMhz,
                BoardIo.NONE);
    }

    private static void check(Chip chip, BoardIo io) {
        require(chip.inFull(), "part", chip.part(), "a part with package and speed grade");
        if (io.processors().isEmpty()) {
            io.requireAlone();
            if (!chip.family().standsAlone()) {
                throw new IllegalArgumentException("io must have a processor, for Systole makes no top with pins for a "
                        + chip.family().name() + " chip");
            }
        } else {
            io.requireProcessor(chip.processor()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "processors must be empty, for a " + chip.part() + " has none")));
        }
    }

    public String part() {
        return chip.part();
    }

    public int lut() {
        return chip.lut();
    }

    public int ff() {
        return chip.ff();
    }

    public int dsp() {
        return chip.dsp();
    }

    public int ramb36() {
        return chip.ramb36();
    }

    /** The same with another chip, of which there may be less for a design. */
    public Board with(Chip other) {
        return new Board(id, name, other, clockMhz, io);
    }

    /** Whether only the chip is known, so that nothing can be brought onto the board. */
    public boolean bare() {
        return io.equals(BoardIo.NONE);
    }

    /** Whether the board has a processor, which then feeds the design; otherwise the host does, through a UART. */
    public boolean hasProcessor() {
        return !io.processors().isEmpty();
    }

    /** That processor. */
    public Optional<ProcessingSystem> processor() {
        return hasProcessor() ? chip.processor() : Optional.empty();
    }

    private static void require(boolean good, String field, Object value, String wanted) {
        if (!good) {
            throw new IllegalArgumentException(field + " must be " + wanted + ", not '" + value + "'");
        }
    }
}
