package systole.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one simulation showed.
 *
 * @param passed every beat as the golden model says, no rule broken
 * @param stall probability in percent that a side pauses
 * @param interval measured cycles between frames; 0 if there was but one frame
 * @param latency measured cycles
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

    /** Whether its times are those of the prediction, whose source and sink never wait. */
    boolean unstalled() {
        return stall == 0 && interval > 0;
    }
}
