package systole.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The findings and measurements of a simulation.
 *
 * @param design name of the top module
 * @param simulator {@code verilator} or {@code iverilog}
 * @param passed true if every beat came out right and in time, and no rule was broken
 * @param frames the frames that came out completely
 * @param beats the beats that came out
 * @param mismatches elements with a wrong value
 * @param protocolErrors broken stream rules, wrong tlast, extra beats, wrong status bits
 * @param deadlock whether nothing moved any more
 * @param phase after all frames were right, the phase that failed: a stopped sink, or a reset and wrong frames; empty for
 *     none
 * @param interval cycles between the ends of consecutive frames
 * @param latencyCycles from the first beat of frame 0 going in to its last beat coming out
 * @param totalCycles cycles from the reset to the last beat
 * @param stallPercent as asked for
 * @param seed as asked for
 * @param cyclesPerSecond speed of the simulation, 0 if unknown
 * @param firstMismatch {@link Mismatch#NONE} if there is none
 * @param log what the testbench printed
 */
public record SimulationResult(
        String design,
        String simulator,
        boolean passed,
        long frames,
        long beats,
        long mismatches,
        long protocolErrors,
        boolean deadlock,
        String phase,
        Interval interval,
        long latencyCycles,
        long totalCycles,
        int stallPercent,
        long seed,
        double cyclesPerSecond,
        Mismatch firstMismatch,
        String log) {

    /**
     * Cycles between the last beats of consecutive frames, over the second half of the frames.
     *
     * @param mean the mean; like the others 0 if only one frame was run
     */
    public record Interval(double mean, long min, long max) {}

    /** Reads the results that a testbench wrote. */
    static SimulationResult read(Path json, String log) {
        JsonNode tree;
        try {
            tree = new ObjectMapper().readTree(json.toFile());
        } catch (IOException e) {
            throw new ToolFailedException("the simulation left no readable results in " + json + "\n" + log, e);
        }
        return new SimulationResult(
                required(tree, "design").asText(),
                required(tree, "simulator").asText(),
                required(tree, "passed").asBoolean(),
                required(tree, "frames").asLong(),
                required(tree, "beats").asLong(),
                required(tree, "mismatches").asLong(),
                required(tree, "protocol_errors").asLong(),
                required(tree, "deadlock").asBoolean(),
                required(tree, "phase").asText(),
                new Interval(
                        required(tree, "interval_cycles").asDouble(),
                        required(tree, "interval_min").asLong(),
                        required(tree, "interval_max").asLong()),
                required(tree, "latency_cycles").asLong(),
                required(tree, "total_cycles").asLong(),
                required(tree, "stall").asInt(),
                required(tree, "seed").asLong(),
                required(tree, "sim_cycles_per_second").asDouble(),
                mismatch(required(tree, "first_mismatch")),
                log);
    }

    private static Mismatch mismatch(JsonNode tree) {
        return tree.isNull()
                ? Mismatch.NONE
                : new Mismatch(
                        required(tree, "frame").asLong(),
                        required(tree, "y").asLong(),
                        required(tree, "x").asLong(),
                        required(tree, "channel").asLong(),
                        required(tree, "expected").asText(),
                        required(tree, "got").asText(),
                        required(tree, "cycle").asLong());
    }

    private static JsonNode required(JsonNode tree, String name) {
        if (!tree.has(name)) {
            throw new ToolFailedException("the simulation results have no " + name);
        }
        return tree.get(name);
    }
}
