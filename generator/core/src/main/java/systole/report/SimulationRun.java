package systole.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The result of one simulation.
 *
 * @param passed true if every beat was as the golden model says and no rule was broken
 * @param stall probability in percent that a side pauses
 * @param interval measured cycles between frames; 0 if there was only one frame
 * @param latency measured cycles
 * @param top1 the share of frames whose class was found; empty if the classes are not known
 * @param first the first wrong element, in words; empty if there is none
 */
record SimulationRun(
        String simulator,
        boolean passed,
        long frames,
        long beats,
        long mismatches,
        long protocolErrors,
        boolean deadlock,
        int stall,
        long seed,
        double interval,
        long latency,
        Optional<Double> top1,
        String first) {
    static SimulationRun of(JsonNode node) {
        return new SimulationRun(
                node.required("simulator").asText(),
                node.required("passed").asBoolean(),
                node.required("frames").asLong(),
                node.required("beats").asLong(),
                node.required("mismatches").asLong(),
                node.required("protocol_errors").asLong(),
                node.required("deadlock").asBoolean(),
                node.required("stall").asInt(),
                node.required("seed").asLong(),
                node.required("interval_cycles").asDouble(),
                node.required("latency_cycles").asLong(),
                Optional.ofNullable(node.get("top1")).map(JsonNode::asDouble),
                mismatch(node.path("first_mismatch")));
    }

    private static String mismatch(JsonNode node) {
        return node.isMissingNode()
                ? ""
                : "frame " + node.required("frame").asText() + ", pixel ("
                        + node.required("y").asText() + ", "
                        + node.required("x").asText() + "), channel "
                        + node.required("channel").asText() + ": expected "
                        + node.required("expected").asText() + ", got "
                        + node.required("got").asText();
    }

    /** Whether the prediction applies to its times, because its source and sink never waited. */
    boolean unstalled() {
        return stall == 0 && interval > 0;
    }
}
