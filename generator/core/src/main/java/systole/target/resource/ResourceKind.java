package systole.target.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A resource of which a chip has a certain number. */
public enum ResourceKind {
    /** Slices that multiply and add. */
    DSP("dsp", 1, "DSP slices"),
    /** Six-input look-up tables. */
    LUT("lut", 1, "LUTs"),
    /** Flip-flops. */
    FF("ff", 1, "flip-flops"),
    /** Block RAMs of 18 Kbit. Data sheets count pairs of them, which can also be one of 36 Kbit. */
    RAMB18("ramb36", 2, "RAMB18", "block RAMs of 18 Kbit"),
    /** UltraRAMs of 288 Kbit. */
    URAM("uram", 1, "UltraRAMs");

    private final String key;
    private final int each;
    private final String label;
    private final String words;

    ResourceKind(String key, int each, String label) {
        this(key, each, label, label);
    }

    ResourceKind(String key, int each, String label, String words) {
        this.key = key;
        this.each = each;
        this.label = label;
        this.words = words;
    }

    /** The word by which people count it in a file or on the command line. */
    public String key() {
        return key;
    }

    /** How many there are in one of what the {@link #key} counts. */
    public int each() {
        return each;
    }

    /** The name behind a number, as in "5 of 4 ...". */
    public String label() {
        return label;
    }

    /** The same for readers who may not know the label. */
    public String words() {
        return words;
    }

    /** The keys of all kinds. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(ResourceKind::key).toList();
    }

    /** The kind of a key. */
    public static Optional<ResourceKind> find(String key) {
        return Arrays.stream(values()).filter(k -> k.key.equals(key)).findFirst();
    }
}
