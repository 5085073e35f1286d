package systole.style.streaming.fold;

import systole.engine.Cost;

/** A resource of which a board has a limited number. */
public enum Resource {
    DSP("DSP slices"),
    LUT("LUTs planned for"),
    RAMB18("RAMB18");

    private final String label;

    Resource(String label) {
        this.label = label;
    }

    /** The name of the resource behind numbers, as in "5 of 4 ...". */
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
