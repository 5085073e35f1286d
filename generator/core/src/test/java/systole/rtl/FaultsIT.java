package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.network.Network;
import systole.style.streaming.Plan;

/** The testbench sees every mistake that can be made in the hardware: each is put into a design that is right. */
class FaultsIT {
    private static final FaultRuns RUNS = new FaultRuns(RtlCheck.VERILATOR, 20_000);
    private static final Map<String, Plan> PLANS = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    static Stream<String> networks() {
        return new TreeSet<>(FaultNetworks.ALL.keySet()).stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void withoutAFaultAllIsWell(String network) {
        assertEquals(List.of(), RUNS.failures(design(network)).toList());
    }

    static List<Fault> faults() {
        return Faults.ALL;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isCaught(Fault fault) {
        RtlDesign design = design(fault.network());
        fault.inject(design.folder());
        assertTrue(RUNS.failures(design).findFirst().isPresent(), fault.name());
    }

    private RtlDesign design(String name) {
        Network network = FaultNetworks.ALL.get(name);
        Plan plan = PLANS.computeIfAbsent(
                name, n -> RtlDesign.plan(network, Multiplied.by(FaultNetworks.multiplier(name))));
        return RtlDesign.write(network, plan, folder);
    }
}
