package systole.style.streaming;

import java.util.List;
import systole.design.Prediction;
import systole.engine.Engine;
import systole.engine.Unit;
import systole.style.streaming.schedule.ScheduleModel;
import systole.style.streaming.schedule.ScheduleModel.Run;
import systole.style.streaming.wiring.Stage;
import systole.style.streaming.wiring.Wiring;

/**
 * The fourth pass, which decides how many pixels each ring and how many beats each FIFO or repeater holds. The plan is
 * stepped with unbounded storage and with a source at the pace of the slowest engine. The most that was ever held is
 * the size which that pace needs. Then the plan is stepped with these sizes and with a source that never waits. If it
 * misses the pace, the storage is enlarged. The last run predicts interval and latency.
 */
final class SizeStorage {
    private static final int FRAMES = 4;
    private static final double SLACK = 1.005;
    private static final List<Double> GROWTH = List.of(1.0, 1.125, 1.25, 1.5, 2.0);

    /**
     * A wiring with its storage.
     *
     * @param prediction the result of a run of {@code 2 * FRAMES} frames, whose second half is the steady state
     */
    record Sized(Wiring wiring, Prediction prediction) {}

    Sized run(Wiring wiring) {
        long pace = wiring.stages().stream()
                .map(Stage::unit)
                .filter(Engine.class::isInstance)
                .mapToLong(u -> ((Engine) u).cycles())
                .max()
                .orElseThrow();
        Run needed = ScheduleModel.unbounded(wiring, FRAMES, pace);
        Sized best = new Sized(wiring, new Prediction(Double.MAX_VALUE, Long.MAX_VALUE));
        for (double growth : GROWTH) {
            Wiring sized = sized(wiring, needed, growth);
            Prediction prediction = ScheduleModel.run(sized, 2 * FRAMES).prediction();
            if (prediction.interval() < best.prediction().interval()) {
                best = new Sized(sized, prediction);
            }
            if (prediction.interval() <= pace * SLACK) {
                break;
            }
        }
        return best;
    }

    private static Wiring sized(Wiring wiring, Run needed, double growth) {
        return wiring.withStages(wiring.stages().stream()
                .map(s -> s.withUnit(sized(s.unit(), needed, growth)))
                .toList());
    }

    private static Unit sized(Unit unit, Run needed, double growth) {
        return unit.withStorage((int) Math.ceil(needed.peaks().get(unit.name()) * growth));
    }
}
