package systole.emit;

import systole.plan.unit.MacUnit;

/**
 * The trimmer, which drops the channels that pad the last pass over a window.
 *
 * @param used false if there are none
 * @param keep beats of a pixel that leave
 * @param drop the following beats, which are dropped
 */
public record TrimView(boolean used, int keep, int drop) {
    static TrimView of(MacUnit unit) {
        return new TrimView(unit.droppedBeats() > 0, unit.keptBeats(), unit.droppedBeats());
    }
}
