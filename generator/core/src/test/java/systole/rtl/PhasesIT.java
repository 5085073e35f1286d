package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator;

/** A simulation without pauses also finds mistakes that only show when the sink stops, or after a reset in a frame. */
class PhasesIT {
    private static final String STOPPED = "stopped sink";
    private static final String RESET = "reset and wrong frames";

    /**
     * A mistake that no frame shows that goes through without a pause.
     *
     * @param phase in which it shows
     */
    record Hidden(String phase, Fault fault) {
        @Override
        public String toString() {
            return fault.name() + ", " + fault.network();
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        credits("conv"),
                        credits("lanes"),
                        credits("grouped"),
                        new Hidden(
                                RESET,
                                new Fault(
                                        "does not tell a short frame",
                                        "conv",
                                        "systole_guard.v",
                                        "short_frame <= 1'b1",
                                        "short_frame <= 1'b0")),
                        new Hidden(
                                RESET,
                                new Fault(
                                        "keeps its coordinates in reset",
                                        "conv",
                                        "systole_window.v",
                                        "top  <= Y_0[YW-1:0];",
                                        "")))
                .flatMap(hidden ->
                        Stream.of(RtlCheck.VERILATOR, RtlCheck.ICARUS).map(tool -> Arguments.of(hidden, tool)));
    }

    private static Hidden credits(String network) {
        return new Hidden(
                STOPPED,
                new Fault(
                        "forgets credits in idle cycles",
                        network,
                        "systole_credit.v",
                        "pass_end && !pass_start",
                        "pass_end || !pass_start"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void showsWithoutPauses(Hidden hidden, Simulator simulator, @TempDir Path folder) {
        Fault fault = hidden.fault();
        RtlDesign design = RtlDesign.write(
                FaultNetworks.ALL.get(fault.network()),
                Multiplied.by(FaultNetworks.multiplier(fault.network())),
                folder);
        fault.inject(design.folder());
        SimulationResult result = simulator.simulate(design.folder(), design.stimulus(3, 1), SimulationOptions.DEFAULT);
        assertEquals(hidden.phase(), result.phase(), result.log());
        assertEquals(List.of(3L, false), List.of(result.frames(), result.passed()));
        assertTrue(
                result.log().contains("this was in the phase '" + hidden.phase() + "', after all frames were right"),
                result.log());
    }
}
