package systole.plan;

import java.util.List;
import java.util.stream.Stream;
import systole.plan.fold.Limit;
import systole.plan.timing.Prediction;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.Unit;
import systole.target.board.Board;

/**
 * The hardware: units joined by streams, in an order in which each reads only what stands before it, with their
 * predicted cycles. A plain value that emission and reports render.
 *
 * @param name the design's name
 * @param board what it is meant for
 * @param clockMhz the clock that times are given for
 * @param input name of the stream from outside
 * @param output name of the stream to outside
 * @param stages the units
 * @param prediction cycles, from stepping the plan's schedule
 * @param limit why it is not quicker
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

    /** The same hardware on another board, such as one of which a part only was planned for. */
    public Plan on(Board other) {
        return new Plan(name, other, clockMhz, input, output, stages, prediction, limit);
    }

    public Stream<Unit> units() {
        return stages.stream().map(Stage::unit);
    }

    public Stream<Engine> engines() {
        return units().filter(Engine.class::isInstance).map(Engine.class::cast);
    }

    /** Units that carry a state from frame to frame, so that frames come with flags. */
    public Stream<LstmUnit> stateful() {
        return units().filter(LstmUnit.class::isInstance)
                .map(LstmUnit.class::cast)
                .filter(unit -> unit.shape().stateful());
    }

    /** The stream from outside, as the first unit wants it. */
    public systole.plan.unit.Stream inputStream() {
        return new Wiring(input, output, stages).stream(input);
    }

    /** The stream to outside, as the last unit makes it. */
    public systole.plan.unit.Stream outputStream() {
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

    /** Multipliers of all arrays. */
    public int multipliers() {
        return engines().mapToInt(Engine::multipliers).sum();
    }

    /** Multiply-accumulate operations of a frame. */
    public long macs() {
        return engines().mapToLong(Engine::macs).sum();
    }

    /** Share of multiplier cycles that do work when a frame takes {@code interval} cycles. */
    public double utilization(double interval) {
        return multipliers() == 0 ? 0 : macs() / (multipliers() * interval);
    }

    public Cost cost() {
        return engines().map(Engine::cost).reduce(Cost.NONE, Cost::plus);
    }
}
