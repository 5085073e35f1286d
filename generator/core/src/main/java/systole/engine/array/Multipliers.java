package systole.engine.array;

import java.util.List;

/** The one list of ways to multiply. */
public final class Multipliers {
    /** The one whose folding may be any stands first. */
    public static final List<Multiplier> ALL =
            List.of(new DspMultiplier(), new PackedMultiplier(), new LutMultiplier());

    private Multipliers() {}

    /** The first of {@link #ALL}. */
    public static Multiplier plain() {
        return ALL.get(0);
    }
}
