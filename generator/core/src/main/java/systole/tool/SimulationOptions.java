package systole.tool;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The options of a simulation. {@link #DEFAULT} and the {@code with} methods make one.
 *
 * @param stallPercent probability per cycle that a side pauses, 0 to 95
 * @param seed of the pauses
 * @param resetCycles cycles of reset; with 0, the design starts in its configured state without a reset
 * @param garbageCycles cycles of random frames before the reset, which the design must forget
 * @param shortFrameIndex the frame that is sent one beat too short; negative for none
 * @param longFrameIndex the frame that is sent some beats too long; negative for none
 * @param phases whether a stopped sink, a reset within a frame and wrong frames follow the frames
 * @param trace whether all waves are written to {@code trace.fst} (Verilator only)
 * @param timeout the most time that the run may take
 */
public record SimulationOptions(
        int stallPercent,
        long seed,
        int resetCycles,
        int garbageCycles,
        int shortFrameIndex,
        int longFrameIndex,
        boolean phases,
        boolean trace,
        Duration timeout) {
    /** No pauses, no faults, eight cycles of reset, all phases. */
    public static final SimulationOptions DEFAULT =
            new SimulationOptions(0, 1, 8, 0, -1, -1, true, false, Duration.ofMinutes(20));

    public SimulationOptions {
        if (stallPercent < 0 || stallPercent > 95) {
            throw new IllegalArgumentException("a side pauses in 0 to 95 % of the cycles, not " + stallPercent);
        }
        if (resetCycles < 0 || garbageCycles < 0 || (garbageCycles > 0 && resetCycles == 0)) {
            throw new IllegalArgumentException(garbageCycles + " cycles of garbage, " + resetCycles + " of reset");
        }
        if (shortFrameIndex >= 0 && shortFrameIndex == longFrameIndex) {
            throw new IllegalArgumentException("frame " + shortFrameIndex + " cannot be both short and long");
        }
    }

    /** The same options with pauses on both sides. */
    public SimulationOptions withStall(int percent, long seed) {
        return new SimulationOptions(
                percent, seed, resetCycles, garbageCycles, shortFrameIndex, longFrameIndex, phases, trace, timeout);
    }

    public SimulationOptions withReset(int cycles, int garbageCycles) {
        return new SimulationOptions(
                stallPercent, seed, cycles, garbageCycles, shortFrameIndex, longFrameIndex, phases, trace, timeout);
    }

    public SimulationOptions withShortFrame(int frame) {
        return new SimulationOptions(
                stallPercent, seed, resetCycles, garbageCycles, frame, longFrameIndex, phases, trace, timeout);
    }

    public SimulationOptions withLongFrame(int frame) {
        return new SimulationOptions(
                stallPercent, seed, resetCycles, garbageCycles, shortFrameIndex, frame, phases, trace, timeout);
    }

    /** The same options, and the simulation ends with the frames. */
    public SimulationOptions withoutPhases() {
        return new SimulationOptions(
                stallPercent, seed, resetCycles, garbageCycles, shortFrameIndex, longFrameIndex, false, trace, timeout);
    }

    public SimulationOptions withTrace(boolean on) {
        return new SimulationOptions(
                stallPercent, seed, resetCycles, garbageCycles, shortFrameIndex, longFrameIndex, phases, on, timeout);
    }

    public SimulationOptions withTimeout(Duration limit) {
        return new SimulationOptions(
                stallPercent, seed, resetCycles, garbageCycles, shortFrameIndex, longFrameIndex, phases, trace, limit);
    }

    public OptionalInt shortFrame() {
        return shortFrameIndex < 0 ? OptionalInt.empty() : OptionalInt.of(shortFrameIndex);
    }

    public OptionalInt longFrame() {
        return longFrameIndex < 0 ? OptionalInt.empty() : OptionalInt.of(longFrameIndex);
    }
}
