package systole.report;

import java.util.Locale;
import systole.design.Design;
import systole.frames.Comparison;
import systole.frames.Frames;
import systole.frames.Place;
import systole.frames.TestData;
import systole.network.Bundle;
import systole.tool.Mismatch;
import systole.tool.SimulationResult;

/**
 * A simulation of a design.
 *
 * @param design the hardware
 * @param test the frames that were sent
 * @param golden the expected outputs
 * @param result the result of the simulator
 * @param seconds the time that the simulation took
 */
public record Simulation(Design design, TestData test, Frames golden, SimulationResult result, double seconds) {
    /** True if every beat came out with the expected value, and no rule of the streams was broken. */
    public boolean passed() {
        return result.passed();
    }

    /** True if there is an interval, which a single frame does not have. */
    public boolean steady() {
        return interval() > 0;
    }

    /** The measured cycles from frame to frame; 0 if there was a single frame. */
    public double interval() {
        return result.interval().mean();
    }

    /** The predicted cycles from frame to frame, measured as {@link #interval} is; in steady state if there is none. */
    public double predictedInterval() {
        return steady()
                ? design.prediction().interval(result.frames())
                : design.prediction().interval();
    }

    /** The measured frames a second. There must be an interval. */
    public double framesPerSecond() {
        return design.hertz() / interval();
    }

    /** The share of the multipliers' cycles that do work. There must be an interval. */
    public double utilization() {
        return design.utilization(interval());
    }

    /** The speed of the simulation. */
    public double cyclesPerSecond() {
        return result.cyclesPerSecond() > 0 ? result.cyclesPerSecond() : result.totalCycles() / seconds;
    }

    /** The share of frames whose class the golden model finds. The classes must be known. */
    public double top1() {
        return (double) Comparison.correct(golden, test.labels()) / golden.count();
    }

    /**
     * A line for people: {@code PASS} with the number of frames and beats, or {@code FAIL} with the reason and the place of
     * the first wrong element.
     */
    public String verdict() {
        return passed()
                ? line("PASS", result.frames() + " frames, " + result.beats() + " beats, bit-exact" + asExpected())
                : line("FAIL", reason());
    }

    private String line(String word, String what) {
        return String.format(
                Locale.ROOT,
                "%s  %s: %s (%s, stall %d %%, seed %d)",
                word,
                result.design(),
                what,
                result.simulator(),
                result.stallPercent(),
                result.seed());
    }

    private String asExpected() {
        return test.expected().map(e -> " and as in " + e.source()).orElse("");
    }

    private String reason() {
        return (result.phase().isEmpty() ? "" : "in the phase '" + result.phase() + "', ") + what();
    }

    private String what() {
        if (result.mismatches() > 0) {
            Mismatch m = result.firstMismatch();
            Bundle output = design.network().output();
            int element = (int) ((m.y() * output.whole().shape().width() + m.x())
                            * output.whole().shape().channels()
                    + m.channel());
            int tensor = output.tensor(element);
            return String.format(
                    Locale.ROOT,
                    "%d elements of '%s' are wrong, first in %s%s: expected %s, got %s, cycle %d",
                    result.mismatches(),
                    String.join("' and '", output.names()),
                    output.isSingle() ? "" : "'" + output.names().get(tensor) + "', ",
                    new Place((int) m.frame(), output.types().get(tensor).shape(), element - output.offset(tensor)),
                    m.expected(),
                    m.got(),
                    m.cycle());
        }
        String what = result.deadlock()
                ? "the design stands still"
                : result.protocolErrors() + " broken rules of the streams";
        return what + ", " + result.frames() + " of " + golden.count() + " frames came out";
    }
}
