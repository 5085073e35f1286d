package systole.style.streaming.wiring;

import java.util.List;
import systole.engine.Unit;

/**
 * A unit with the streams around it.
 *
 * @param unit the unit
 * @param sources names of the streams that it reads, in the unit's order
 * @param sinks names of the streams that it writes, in the unit's order
 */
public record Stage(Unit unit, List<String> sources, List<String> sinks) {
    public Stage {
        sources = List.copyOf(sources);
        sinks = List.copyOf(sinks);
        if (sources.size() != unit.inputs().size()
                || sinks.size() != unit.outputs().size()) {
            throw new IllegalArgumentException("unit " + unit.name() + " is not wired completely");
        }
    }

    public Stage withUnit(Unit other) {
        return new Stage(other, sources, sinks);
    }
}
