package systole.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both testbenches catch every mistake that a design can make at its ports: each is put into one that is right. */
class InjectedFaultsIT {
    private static final StreamFormat FORMAT = new StreamFormat(3, 1, true);
    private static final Map<String, SimulationOptions> RUNS = runs();

    @TempDir
    private Path folder;

    /**
     * A mistake.
     *
     * @param caughtBy the runs that must fail; the other ones may
     * @param symptom what the log of one of them must say
     */
    record Fault(String name, String text, String replacement, List<String> caughtBy, String symptom) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Map<String, SimulationOptions> runs() {
        SimulationOptions plain = SimulationOptions.DEFAULT;
        Map<String, SimulationOptions> runs = new LinkedHashMap<>();
        runs.put("steady", plain);
        runs.put("stalled", plain.withStall(30, 1));
        runs.put("heavily stalled", plain.withStall(70, 2));
        runs.put("without reset", plain.withReset(0, 0));
        runs.put("reset in a frame", plain.withReset(4, 10));
        runs.put("short frame", plain.withStall(30, 3).withShortFrame(2));
        runs.put("long frame", plain.withStall(30, 4).withLongFrame(2));
        return runs;
    }

    static List<Fault> faults() {
        List<String> steady = List.of("steady");
        List<String> stalls = List.of("stalled", "heavily stalled");
        return List.of(
                new Fault("drops a beat under stall", "(room || dropping)", "1'b1", stalls, "first mismatch"),
                new Fault(
                        "changes data while stalled",
                        "data <= sum;\n",
                        "end if (s_axis_tvalid) data <= sum;\n if (emit) begin\n",
                        stalls,
                        "m_axis_tdata changed while stalled"),
                new Fault(
                        "changes tlast while stalled",
                        "m_axis_tlast = last",
                        "m_axis_tlast = last ^ (valid & ~m_axis_tready & aclk_divided)",
                        stalls,
                        "m_axis_tlast changed while stalled"),
                new Fault(
                        "withdraws a beat while stalled",
                        "if (room) valid <= emit",
                        "valid <= emit",
                        stalls,
                        "m_axis_tvalid dropped"),
                new Fault(
                        "never sets tlast",
                        "last <= frame_end",
                        "last <= 1'b0",
                        steady,
                        "m_axis_tlast is 0 at beat 5 of 6 in frame 0"),
                new Fault(
                        "sets tlast early",
                        "last <= frame_end",
                        "last <= count == 16'd4",
                        steady,
                        "m_axis_tlast is 1 at beat 4 of 6 in frame 0"),
                new Fault("is off by one", "1{1'b0}}, 1'b1}", "1{1'b0}}, 1'b0}", steady, "first mismatch: frame 0"),
                new Fault(
                        "is wrong for one value in a later frame",
                        "data <= sum",
                        "data <= frames == 4'd9 && count == 16'd5 ? sum ^ 24'h800000 : sum",
                        steady,
                        "first mismatch: frame 9, pixel (1, 2), channel 2"),
                new Fault(
                        "swaps two lanes",
                        "m_axis_tdata = data",
                        "m_axis_tdata = {data[23:16], data[7:0], data[15:8]}",
                        steady,
                        "first mismatch"),
                new Fault(
                        "deadlocks",
                        "ready = !padding",
                        "ready = !valid && frames == 4'd0 && !padding && count != 16'd3",
                        steady,
                        "deadlock: no handshake"),
                new Fault(
                        "repeats its first beat for ever",
                        "room = !valid || m_axis_tready",
                        "room = !valid",
                        steady,
                        "first mismatch: frame 0"),
                new Fault(
                        "deadlocks once, late",
                        "(room || dropping)",
                        "(room || dropping) && frames != 4'd11",
                        steady,
                        "beats in (frame 11 of 12)"),
                new Fault(
                        "waits for tready before it raises tvalid",
                        "m_axis_tvalid = valid",
                        "m_axis_tvalid = valid && m_axis_tready",
                        List.of(),
                        "deadlock"),
                new Fault(
                        "doubles a beat",
                        "room = !valid || m_axis_tready",
                        "room = !valid || (m_axis_tready && !(frames == 4'd3 && aclk_divided))",
                        steady,
                        "first mismatch: frame "),
                new Fault(
                        "sends a beat too many long after the end",
                        "if (room) valid <= emit",
                        "if (room) valid <= emit || idle == 6'd40",
                        steady,
                        "extra beat after the last frame"),
                new Fault(
                        "takes beats that are not offered",
                        "take = s_axis_tvalid && ready",
                        "take = ready",
                        stalls,
                        ""),
                new Fault(
                        "has an unknown bit",
                        "m_axis_tdata = data",
                        "m_axis_tdata = data ^ {never_written, 16'd0}",
                        steady,
                        "first mismatch"),
                new Fault(
                        "has a status stuck at 1",
                        "status_long = too_long",
                        "status_long = 1'b1",
                        steady,
                        "status_long is set without a cause"),
                new Fault(
                        "does not tell a short frame",
                        "too_short <= 1'b1",
                        "too_short <= 1'b0",
                        List.of("steady", "short frame"),
                        "status_short was not set"),
                new Fault(
                        "tells a short frame as a long one",
                        "too_short <= 1'b1",
                        "too_long <= 1'b1",
                        List.of("steady", "short frame"),
                        "status_long is set without a cause"),
                new Fault(
                        "forgets the status",
                        "status_long = too_long",
                        "status_long = dropping",
                        List.of("steady", "long frame"),
                        "status_long is not sticky"),
                new Fault(
                        "does not fill a short frame",
                        "padding <= 1'b1",
                        "padding <= 1'b0",
                        List.of("steady", "short frame"),
                        ""),
                new Fault(
                        "takes a short frame's end for its own",
                        "count <= frame_end ?",
                        "count <= frame_end || s_axis_tlast ?",
                        List.of("steady", "short frame"),
                        ""),
                new Fault(
                        "lets the excess of a long frame through",
                        "dropping <= 1'b1",
                        "dropping <= 1'b0",
                        List.of("steady", "long frame"),
                        "first mismatch: frame 3"),
                new Fault(
                        "needs a reset", "reg [15:0] count = 16'd0", "reg [15:0] count", List.of("without reset"), ""),
                new Fault(
                        "does not clear its counter in reset",
                        "count <= 16'd0;\n            valid",
                        "valid",
                        List.of("steady", "reset in a frame"),
                        "m_axis_tlast is"),
                new Fault(
                        "loses a beat when the sink stops for long",
                        "if (room) valid <= emit",
                        "if (room || held == 5'd10) valid <= emit",
                        steady,
                        "this was in the phase 'stopped sink'"),
                new Fault(
                        "is not ready again after the sink has stopped for long",
                        "ready = !padding",
                        "ready = !padding && held != 5'd10",
                        steady,
                        "this was in the phase 'stopped sink'"),
                new Fault(
                        "keeps a status in reset",
                        "too_short <= 1'b0;\n            too_long <= 1'b0;",
                        "too_long <= 1'b0;",
                        steady,
                        "a status bit outlives a reset"),
                new Fault(
                        "stays valid in reset",
                        "            valid <= 1'b0;\n",
                        "            valid <= 1'b1;\n",
                        List.of("steady"),
                        "in reset"));
    }

    static Stream<Arguments> faultsUnderBoth() {
        return Stream.of(new Verilator(Verilator.Profile.SHORT_RUN), new Icarus())
                .flatMap(simulator -> faults().stream().map(fault -> Arguments.of(simulator, fault)));
    }

    @ParameterizedTest(name = "{1}, {0}")
    @MethodSource("faultsUnderBoth")
    void isCaught(Simulator simulator, Fault fault) {
        Map<String, SimulationResult> results = run(simulator, design().with(fault.text(), fault.replacement()));
        for (String run : fault.caughtBy()) {
            assertTrue(
                    !results.get(run).passed(), run + ":\n" + results.get(run).log());
        }
        String logs = results.values().stream()
                .filter(result -> !result.passed())
                .map(SimulationResult::log)
                .collect(Collectors.joining());
        assertTrue(!logs.isEmpty(), "not caught");
        assertTrue(logs.contains(fault.symptom()), logs);
    }

    @Test
    void theRightDesignPassesTheSameRuns() {
        for (Simulator simulator : List.of(new Verilator(Verilator.Profile.SHORT_RUN), new Icarus())) {
            run(simulator, design()).forEach((name, result) -> {
                assertTrue(result.passed(), name + ":\n" + result.log());
                assertEquals(0, result.protocolErrors());
            });
        }
    }

    /** The design with some state that faults make use of. */
    private static IncrementDesign design() {
        return IncrementDesign.of(FORMAT)
                .with(
                        "    wire room",
                        """
                            reg [3:0] frames = 4'd0;
                            reg [5:0] idle = 6'd0;
                            reg [4:0] held = 5'd0;
                            reg aclk_divided = 1'b0;
                            reg [7:0] never_written;
                            always @(posedge aclk) begin
                                aclk_divided <= ~aclk_divided;
                                if (emit && frame_end) frames <= frames + 4'd1;
                                if (!aresetn) frames <= 4'd0;
                                if (!aresetn) held <= 5'd0;
                                else if (valid && !m_axis_tready && held != 5'd10) held <= held + 5'd1;
                                idle <= valid || s_axis_tvalid || !aresetn ? 6'd0 : idle + {5'd0, idle != 6'd63};
                            end
                            wire room""");
    }

    private Map<String, SimulationResult> run(Simulator simulator, IncrementDesign design) {
        Path place = folder.resolve(simulator.name());
        Simulator.CompiledDesign compiled = simulator.compile(design.write(place), false);
        Map<String, SimulationResult> results = new LinkedHashMap<>();
        RUNS.forEach((name, options) -> results.put(name, compiled.run(design.stimulus(12), options)));
        return results;
    }
}
