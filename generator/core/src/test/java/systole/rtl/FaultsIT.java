package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
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
import systole.tool.SimulationOptions;
import systole.tool.Simulator.CompiledDesign;
import systole.tool.Stimulus;

/** The testbench sees every mistake that can be made in the hardware: each is put into a design that is right. */
class FaultsIT {
    /** So many of them, and more if they are small. */
    private static final int FRAMES = 8;

    private static final double CYCLES = 20_000;
    private static final Map<String, SimulationOptions> RUNS = runs();
    private static final Map<String, Plan> PLANS = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private static Map<String, SimulationOptions> runs() {
        SimulationOptions plain = SimulationOptions.DEFAULT;
        Map<String, SimulationOptions> runs = new LinkedHashMap<>();
        runs.put("steady", plain);
        runs.put("stalled", plain.withStall(50, 1));
        runs.put("heavily stalled", plain.withStall(85, 2));
        runs.put("without reset", plain.withReset(0, 0));
        runs.put("reset in a frame", plain.withReset(4, 97));
        runs.put("frames of wrong length", plain.withShortFrame(2).withLongFrame(5));
        return runs;
    }

    static Stream<String> networks() {
        return new TreeSet<>(FaultNetworks.ALL.keySet()).stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void withoutAFaultAllIsWell(String network) {
        assertEquals(List.of(), failures(design(network)).toList());
    }

    static List<Fault> faults() {
        return Faults.ALL;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isCaught(Fault fault) {
        RtlDesign design = design(fault.network());
        fault.inject(design.folder().rtl());
        assertTrue(failures(design).findFirst().isPresent(), fault.name());
    }

    private RtlDesign design(String name) {
        Network network = FaultNetworks.ALL.get(name);
        Plan plan = PLANS.computeIfAbsent(
                name, n -> RtlDesign.plan(network, Multiplied.by(FaultNetworks.multiplier(name))));
        return RtlDesign.write(network, plan, folder);
    }

    /** The runs that a design fails, each made when it is asked for. */
    private static Stream<String> failures(RtlDesign design) {
        CompiledDesign compiled = RtlCheck.VERILATOR.compile(design.folder(), false);
        int frames = FRAMES + (int) (CYCLES / design.plan().prediction().interval());
        Stimulus stimulus = design.stimulus(frames, 5);
        return RUNS.keySet().stream()
                .filter(run -> !compiled.run(stimulus, RUNS.get(run)).passed());
    }
}
