package systole.engine.mac;

import systole.engine.Memory;
import systole.target.resource.ResourceVector;

/**
 * The resources that padding is expected to need: the packer in front of a window and the trimmer behind the output
 * FIFO.
 */
final class PaddingCost {
    private PaddingCost() {}

    static ResourceVector of(MacEngine unit) {
        return packer(unit).plus(trimmer(unit));
    }

    /** The counters of beats and words, and for each part the choice between writing and clearing it. */
    private static ResourceVector packer(MacEngine unit) {
        MacShape shape = unit.shape();
        int ratio = shape.packRatio();
        return ratio == 1
                ? ResourceVector.NONE
                : ResourceVector.luts(2 * ratio + 2 * Memory.addressBits(shape.pixelBeats()) + 8);
    }

    /** The counters of the beats that are kept and of those that are dropped. */
    private static ResourceVector trimmer(MacEngine unit) {
        int dropped = unit.droppedBeats();
        return dropped == 0
                ? ResourceVector.NONE
                : ResourceVector.luts(2 * Memory.addressBits(unit.keptBeats()) + 2 * Memory.addressBits(dropped) + 8);
    }
}
