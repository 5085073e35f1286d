package systole.target.chip;

import java.util.List;
import java.util.stream.Collectors;

/** The families that Systole knows. To add one: its class, and a line here. */
public final class ChipFamilies {
    private static final List<ChipFamily> ALL = List.of(new SevenSeries(), new UltraScalePlus());

    private ChipFamilies() {}

    /** All families. */
    public static List<ChipFamily> list() {
        return ALL;
    }

    /** What engines are made of on the chips of the first family. */
    public static HardBlocks usual() {
        ChipFamily family = ALL.get(0);
        return new HardBlocks(family.dsp(), family.memories());
    }

    /**
     * The family that makes a part.
     *
     * @throws IllegalArgumentException if none does
     */
    static ChipFamily of(String part) {
        return ALL.stream()
                .filter(f -> f.makes(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("part must be a part as Vivado writes it, "
                        + ALL.stream()
                                .map(f -> f.name() + " such as " + f.example())
                                .collect(Collectors.joining(" or "))
                        + ", not '" + part + "'"));
    }
}
