package systole.target.chip;

import java.util.List;
import java.util.Optional;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/**
 * A chip. Counts are those of the whole part.
 *
 * @param part as Vivado writes it: device, package, speed grade; or the device alone
 * @param family what it has in common with others
 * @param resources how much it has
 */
public record Chip(String part, ChipFamily family, ResourceVector resources) {
    private static final List<ResourceKind> NEEDED =
            List.of(ResourceKind.LUT, ResourceKind.FF, ResourceKind.DSP, ResourceKind.RAMB18);

    private static final double GUESSED_MHZ = 100;

    /** @throws IllegalArgumentException naming the first field that cannot be true */
    public Chip {
        for (ResourceKind kind : NEEDED) {
            if (resources.of(kind) == 0) {
                throw new IllegalArgumentException(kind.key() + " must be a positive number, not '0'");
            }
        }
        if (resources.of(ResourceKind.URAM) > 0
                && family.memories().stream().noneMatch(m -> m.counted() == ResourceKind.URAM)) {
            throw new IllegalArgumentException("uram must be 0, for " + family.name() + " chips have no UltraRAM, not '"
                    + resources.of(ResourceKind.URAM) + "'");
        }
    }

    /**
     * A part, whose name tells the family.
     *
     * @throws IllegalArgumentException naming the first field that cannot be true
     */
    public static Chip of(String part, ResourceVector resources) {
        return new Chip(part, ChipFamilies.of(part), resources);
    }

    /** The same with more or less of everything. */
    public Chip with(ResourceVector others) {
        return new Chip(part, family, others);
    }

    public int lut() {
        return resources.lut();
    }

    public int ff() {
        return resources.ff();
    }

    public int dsp() {
        return resources.dsp();
    }

    public int ramb36() {
        return resources.ramb18() / ResourceKind.RAMB18.each();
    }

    public int uram() {
        return resources.uram();
    }

    /** Whether the part is named with package and speed grade. */
    public boolean inFull() {
        return part.contains("-");
    }

    /** The processor beside the fabric, if it has one. */
    public Optional<ProcessingSystem> processor() {
        return family.processor(part);
    }

    /** How quick it is, if delays of its family are known. */
    public Optional<SpeedGrade> speedGrade() {
        return family.speedGrade(part);
    }

    /**
     * The clock that a design for a part gets unless told otherwise, in MHz: what it may count on without being routed. Of a
     * family whose delays are not known, it is a guess.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public static double clockMhz(String part) {
        return ChipFamilies.of(part).speedGrade(part).map(SpeedGrade::clockMhz).orElse(GUESSED_MHZ);
    }

    /** What engines on it are made of. */
    public HardBlocks hardBlocks() {
        return new HardBlocks(
                family.dsp(),
                family.memories().stream()
                        .filter(m -> resources.of(m.counted()) > 0)
                        .toList());
    }
}
