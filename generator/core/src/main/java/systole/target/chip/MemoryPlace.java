package systole.target.chip;

import java.util.Locale;

/** Where a chip has a memory. */
public enum MemoryPlace {
    /** In look-up tables. */
    LUT(0),
    /** In block RAM. */
    BLOCK(1),
    /** In UltraRAM, which cannot be loaded with the bitstream. */
    ULTRA(2);

    private final int parameter;

    MemoryPlace(int parameter) {
        this.parameter = parameter;
    }

    /** The value of the parameter {@code BLOCK} of the library's memories. */
    public int parameter() {
        return parameter;
    }

    /** The word for it in {@code plan.json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
