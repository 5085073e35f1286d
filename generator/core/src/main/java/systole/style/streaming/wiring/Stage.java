package systole.style.streaming.wiring;

import java.util.List;
import systole.engine.Unit;

/**
 * A unit in its place.
 *
 * @param unit what it is
 * @param sources the streams it reads, by name, in the unit's order
 * @param sinks the streams it makes, by name, in the unit's order
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
