package systole.engine.array;

import java.util.List;

/** The list of all ways to multiply. */
public final class Multipliers {
    /** All ways to multiply. The first one suits any folding. */
    public static final List<Multiplier> ALL =
            List.of(new DspMultiplier(), new PackedMultiplier(), new LutMultiplier());

    private Multipliers() {}

    /** The first way of {@link #ALL}. */
    public static Multiplier plain() {
        return ALL.get(0);
    }
}
