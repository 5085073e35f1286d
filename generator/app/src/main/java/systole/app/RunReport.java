package systole.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import systole.driver.DesignFile;
import systole.frames.Comparison;
import systole.frames.Expected;
import systole.frames.Frames;
import systole.host.UartBoard;
import systole.host.UartClient;
import systole.shell.Field;
import systole.shell.Register;

/** Collects the results of a run on a board. */
final class RunReport {
    private final ObjectNode root = Json.object();
    private final StringBuilder text = new StringBuilder();
    private boolean passed = true;

    RunReport(String port, int baud, long hash) {
        root.put("port", port).put("baud", baud).put("hash", Text.format("%016x", hash));
        text.append(Text.format("design %016x at %s, %,d baud\n", hash, port, baud));
    }

    boolean passed() {
        return passed;
    }

    ObjectNode json() {
        return root.put("passed", passed);
    }

    /** The report. Its last line says whether all results are right. */
    String text() {
        return text.toString();
    }

    void registers(Map<Register, Long> values) {
        ObjectNode node = root.putObject("registers");
        values.forEach((register, value) -> {
            node.put(register.name(), value);
            text.append(Text.format("  0x%03X  %-16s  0x%08X", register.offset(), register.name(), value));
            for (Field field : register.fields()) {
                if (field.width() < 32) {
                    text.append(Text.format("  %s=%d", field.name(), (value & field.mask()) >> field.lsb()));
                }
            }
            text.append('\n');
        });
    }

    void frames(DesignFile design, Frames results, double seconds, UartBoard board) {
        long latency = board.read("LAST_LATENCY");
        long clock = board.read("CLOCK_HZ");
        long status = board.read("STATUS");
        root.put("design", design.design()).put("frames", results.count()).put("seconds", seconds);
        root.put("frames_per_second", results.count() / seconds);
        root.put("latency_cycles", latency).put("clock_hz", clock).put("status", status);
        root.put("restarts", board.restarts());
        text.append(Text.format(
                "  %,d frames in %s, %,.1f frames/s over the line\n",
                results.count(), Text.seconds(seconds), results.count() / seconds));
        text.append(Text.format("  latency      %,d cycles", latency));
        text.append(clock > 0 ? ", " + Text.seconds((double) latency / clock) + " in the design\n" : "\n");
    }

    /** Adds the state of the serial line. */
    void line(UartClient client) {
        root.put("repeats", client.repeats()).put("damaged", client.damaged()).put("skipped_bytes", client.skipped());
        if (client.repeats() + client.damaged() + client.skipped() > 0) {
            text.append(Text.format(
                    "  the line     %,d messages sent again, %,d reached the board damaged (CRC, length), %,d bytes of noise"
                            + " received\n",
                    client.repeats(), client.damaged(), client.skipped()));
        }
        ArrayNode compared = root.withArray("compared");
        if (root.has("frames")) {
            verdict(compared);
        }
    }

    void compare(Expected expected, Frames results) {
        Comparison compared = expected.compare(results);
        ObjectNode node = root.withArray("compared").addObject().put("with", expected.source());
        if (compared.differences() > 0) {
            node.put("first", compared.first());
        }
        node.put("differences", compared.differences());
        passed &= compared.differences() == 0;
    }

    private void verdict(ArrayNode compared) {
        String design = root.path("design").asText();
        int frames = root.path("frames").asInt();
        if (compared.isEmpty()) {
            text.append(Text.format("DONE  %s: %d frames, compared with nothing\n", design, frames));
        }
        compared.forEach(one -> {
            long differences = one.path("differences").asLong();
            String with = one.path("with").asText();
            text.append(
                    differences == 0
                            ? Text.format("PASS  %s: %d frames, bit-exact (%s)\n", design, frames, with)
                            : Text.format(
                                    "FAIL  %s: %,d elements differ (%s), first in %s\n",
                                    design, differences, with, one.path("first").asText()));
        });
    }
}
