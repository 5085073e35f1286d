package systole.style.streaming;

import java.util.List;
import java.util.stream.Stream;
import systole.design.Prediction;
import systole.engine.Engine;
import systole.engine.Unit;
import systole.style.streaming.fold.Limit;
import systole.style.streaming.wiring.Stage;
import systole.style.streaming.wiring.Wiring;
import systole.target.board.Board;
import systole.target.resource.ResourceVector;

/**
 * The hardware: units joined by streams, with their predicted cycles. Each unit reads only from units that stand before
 * it. This is a plain value that emission and reports render.
 *
 * @param name the design's name
 * @param board the board it is meant for
 * @param clockMhz the clock frequency that times are given for
 * @param input name of the stream that enters the design
 * @param output name of the stream that leaves the design
 * @param stages the units
 * @param prediction predicted cycles, from stepping the plan's schedule
 * @param limit why the plan is not quicker
 */
public record Plan(
        String name,
        Board board,
        double clockMhz,
        String input,
        String output,
        List<Stage> stages,
        Prediction prediction,
        Limit limit) {
    public Plan {
        stages = List.copyOf(stages);
    }

    /**
     * The same hardware on another board. A plan may be made for a part of a board and then be put on the whole one.
     */
    public Plan on(Board other) {
        return new Plan(name, other, clockMhz, input, output, stages, prediction, limit);
    }

    public Stream<Unit> units() {
        return stages.stream().map(Stage::unit);
    }

    public Stream<Engine> engines() {
        return units().filter(Engine.class::isInstance).map(Engine.class::cast);
    }

    /** The units that carry a state from frame to frame. If there are any, frames come with flags. */
    public Stream<Unit> stateful() {
        return units().filter(Unit::flags);
    }

    /** The stream that enters the design, in the form that the first unit reads. */
    public systole.engine.BeatStream inputStream() {
        return new Wiring(input, output, stages).stream(input);
    }

    /** The stream that leaves the design, in the form that the last unit writes. */
    public systole.engine.BeatStream outputStream() {
        Stage last = stages.stream()
                .filter(s -> s.sinks().contains(output))
                .findFirst()
                .orElseThrow();
        return last.unit().outputs().get(last.sinks().indexOf(output));
    }

    /** The engine that sets the initiation interval. */
    public Engine bottleneck() {
        return engines()
                .reduce((a, b) -> b.cycles() > a.cycles() ? b : a)
                .orElseThrow(() -> new IllegalStateException("a plan has an engine"));
    }

    /** The number of multipliers in all arrays. */
    public int multipliers() {
        return engines().mapToInt(Engine::multipliers).sum();
    }

    /** Multiply-accumulate operations of a frame. */
    public long macs() {
        return engines().mapToLong(Engine::macs).sum();
    }

    /** The share of all multiplier cycles that do useful work if a frame takes {@code interval} cycles. */
    public double utilization(double interval) {
        return multipliers() == 0 ? 0 : macs() / (multipliers() * interval);
    }

    public ResourceVector cost() {
        return engines().map(Engine::cost).reduce(ResourceVector.NONE, ResourceVector::plus);
    }
}
