package systole.report;

import java.util.Locale;
import systole.design.Design;
import systole.frames.Comparison;
import systole.frames.Frames;
import systole.frames.Place;
import systole.frames.TestData;
import systole.tool.Mismatch;
import systole.tool.SimulationResult;

/**
 * A simulation of a design, with what was sent and what had to come out.
 *
 * @param design the hardware
 * @param test what was sent
 * @param golden what had to come out
 * @param result what came out
 * @param seconds that the simulation took
 */
public record Simulation(Design design, TestData test, Frames golden, SimulationResult result, double seconds) {
    /** Whether every beat came out, right and in time, and no rule of the streams was broken. */
    public boolean passed() {
        return result.passed();
    }

    /** Whether the interval was measured: a single frame has none. */
    public boolean steady() {
        return interval() > 0;
    }

    /** Measured cycles from frame to frame; 0 if there was a single one. */
    public double interval() {
        return result.interval().mean();
    }

    /** Measured frames a second, if there is an interval. */
    public double framesPerSecond() {
        return design.hertz() / interval();
    }

    /** Share of the multipliers' cycles that do work, if there is an interval. */
    public double utilization() {
        return design.utilization(interval());
    }

    /** Speed of the simulation. */
    public double cyclesPerSecond() {
        return result.cyclesPerSecond() > 0 ? result.cyclesPerSecond() : result.totalCycles() / seconds;
    }

    /** Share of frames of which the golden model finds the right class, if the classes are known. */
    public double top1() {
        return (double) Comparison.correct(golden, test.labels()) / golden.count();
    }

    /**
     * A line for people: {@code PASS}, with how much was compared, or {@code FAIL}, with what is wrong and where first.
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
        if (result.mismatches() > 0) {
            Mismatch m = result.firstMismatch();
            return String.format(
                    Locale.ROOT,
                    "%d elements of '%s' are wrong, first in %s: expected %s, got %s, cycle %d",
                    result.mismatches(),
                    design.network().output(),
                    new Place(m.frame(), m.y(), m.x(), m.channel()),
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
