package systole.style.streaming.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import systole.design.Prediction;
import systole.engine.BeatStream;
import systole.engine.Engine;
import systole.engine.timing.Actor;
import systole.engine.timing.Channel;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.style.streaming.wiring.Stage;
import systole.style.streaming.wiring.Wiring;

/**
 * Steps a plan's schedule cycle by cycle, without data: the handshakes, passes, rings and credits of the hardware.
 *
 * <p>It predicts a plan's interval and latency. With unbounded storage and a paced source, it finds how much storage
 * each ring and FIFO needs to keep that pace. Units are deterministic and block on full outputs, so whether a plan
 * deadlocks depends only on its storage and not on the schedule. Storage that is enough here is therefore enough under
 * every pattern of stalls.
 */
public final class ScheduleModel {
    /** If no frame is finished within this many times the cycles of the slowest engine, the plan is deadlocked. */
    private static final long PATIENCE = 64;

    /**
     * The results of a run.
     *
     * @param prediction interval and latency
     * @param peaks for each unit, the most pixels that its ring held, or the most beats that its FIFO held
     */
    public record Run(Prediction prediction, Map<String, Integer> peaks) {}

    private final Wiring wiring;
    private final Channel source = new Channel(1);
    private final Map<String, Feed> feeds = new HashMap<>();
    private final Map<String, Actor> actors = new HashMap<>();
    private final List<Actor> order = new ArrayList<>();

    private ScheduleModel(Wiring wiring, boolean bounded) {
        this.wiring = wiring;
        feeds.put(wiring.input(), source);
        for (Stage stage : wiring.stages()) {
            List<Feed> in = stage.sources().stream().map(feeds::get).toList();
            Part part = stage.unit().timing(in, bounded);
            for (int i = 0; i < stage.sinks().size(); i++) {
                feeds.put(stage.sinks().get(i), part.outputs().get(i));
            }
            actors.put(stage.unit().name(), part.actor());
            order.add(0, part.actor());
        }
    }

    /** Runs {@code frames} frames, at least 2, with a source and a sink that never wait. */
    public static Run run(Wiring wiring, int frames) {
        return new ScheduleModel(wiring, true).frames(frames, 0);
    }

    /**
     * Runs {@code frames} frames, at least 2, with unbounded rings and FIFOs, and with a source that sends one frame in
     * {@code interval} cycles.
     */
    public static Run unbounded(Wiring wiring, int frames, long interval) {
        return new ScheduleModel(wiring, false).frames(frames, interval);
    }

    private Run frames(int frames, long pace) {
        BeatStream in = wiring.stream(wiring.input());
        int inBeats = in.beats();
        int outBeats = wiring.writer(wiring.output())
                .map(s -> s.unit()
                        .outputs()
                        .get(s.sinks().indexOf(wiring.output()))
                        .beats())
                .orElse(inBeats);
        long patience = PATIENCE * 1024 + PATIENCE * slowest();
        Feed sink = feeds.get(wiring.output());
        long[] ends = new long[frames];
        long offered = 0;
        long first = -1;
        long collected = 0;
        long quiet = 0;
        for (long cycle = 0; collected < (long) frames * outBeats; cycle++) {
            if (sink.hasBeat()) {
                sink.take();
                if (++collected % outBeats == 0) {
                    ends[(int) (collected / outBeats) - 1] = cycle;
                    quiet = 0;
                }
            }
            for (Actor actor : order) {
                actor.step(cycle);
            }
            if (source.hasRoom() && cycle >= offered * pace / inBeats && offered < (long) (frames + 1) * inBeats) {
                source.put();
                offered++;
                first = first < 0 ? cycle + 1 : first;
            }
            if (++quiet > patience) {
                throw new IllegalStateException("the plan's storage is too small: it deadlocks after " + cycle);
            }
        }
        long start = first;
        return new Run(
                Prediction.of(
                        Arrays.stream(ends).map(end -> end - start).boxed().toList()),
                peaks());
    }

    private long slowest() {
        return wiring.stages().stream()
                .map(Stage::unit)
                .filter(Engine.class::isInstance)
                .mapToLong(u -> ((Engine) u).cycles())
                .max()
                .orElse(1);
    }

    private Map<String, Integer> peaks() {
        Map<String, Integer> peaks = new HashMap<>();
        actors.forEach((name, actor) -> peaks.put(name, actor.peak()));
        return peaks;
    }
}
