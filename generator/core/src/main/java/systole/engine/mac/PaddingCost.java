package systole.engine.mac;

import systole.engine.Cost;

/**
 * The resources that padding is expected to need: the packer in front of a window and the trimmer behind the output
 * FIFO.
 */
final class PaddingCost {
    private PaddingCost() {}

    static Cost of(MacEngine unit) {
        return packer(unit).plus(trimmer(unit));
    }

    /** The counters of beats and words, and for each part the choice between writing and clearing it. */
    private static Cost packer(MacEngine unit) {
        MacShape shape = unit.shape();
        int ratio = shape.packRatio();
        return ratio == 1 ? Cost.NONE : new Cost(0, 2 * ratio + 2 * Cost.bits(shape.pixelBeats()) + 8, 0);
    }

    /** The counters of the beats that are kept and of those that are dropped. */
    private static Cost trimmer(MacEngine unit) {
        int dropped = unit.droppedBeats();
        return dropped == 0 ? Cost.NONE : new Cost(0, 2 * Cost.bits(unit.keptBeats()) + 2 * Cost.bits(dropped) + 8, 0);
    }
}
