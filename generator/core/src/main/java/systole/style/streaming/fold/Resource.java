package systole.style.streaming.fold;

import systole.engine.Cost;

/** What a board has a limited number of. */
public enum Resource {
    DSP("DSP slices"),
    LUT("LUTs planned for"),
    RAMB18("RAMB18");

    private final String label;

    Resource(String label) {
        this.label = label;
    }

    /** As in "5 of 4 ...". */
    String label() {
        return label;
    }

    int of(Cost cost) {
        return switch (this) {
            case DSP -> cost.dsp();
            case LUT -> cost.lut();
            case RAMB18 -> cost.ramb18();
        };
    }
}
