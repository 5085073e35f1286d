package systole.emit;

import systole.plan.unit.MacUnit;

/**
 * What drops the channels that pad the last pass over a window.
 *
 * @param used false if there are none
 * @param keep beats of a pixel that leave
 * @param drop beats behind them that do not
 */
public record TrimView(boolean used, int keep, int drop) {
    static TrimView of(MacUnit unit) {
        return new TrimView(unit.droppedBeats() > 0, unit.keptBeats(), unit.droppedBeats());
    }
}
