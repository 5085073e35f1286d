package systole.target.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A resource of which a chip has a certain number. */
public enum ResourceKind {
    /** Six-input look-up tables. */
    LUT("LUTs"),
    /** Flip-flops. */
    FF("flip-flops"),
    /** Slices that multiply and add. */
    DSP("DSP slices"),
    /** Block RAMs of 36 Kbit; each is also two of 18 Kbit. */
    RAMB36("block RAMs of 36 Kbit"),
    /** UltraRAMs of 288 Kbit. */
    URAM("UltraRAMs");

    private final String label;

    ResourceKind(String label) {
        this.label = label;
    }

    /** As people write it in a file or on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in "5 of 4 ...". */
    public String label() {
        return label;
    }

    /** The keys of all kinds. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(ResourceKind::key).toList();
    }

    /** The kind of a key. */
    public static Optional<ResourceKind> find(String key) {
        return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst();
    }
}
