package systole.rtl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import systole.tool.SimulationOptions;
import systole.tool.Simulator;
import systole.tool.Simulator.CompiledDesign;
import systole.tool.Stimulus;

/**
 * The runs in which a mistake in a design must show: with and without pauses, resets, and frames of wrong length.
 *
 * @param simulator that runs them
 * @param cycles of a run, if its frames are small
 */
record FaultRuns(Simulator simulator, double cycles) {
    /** So many of them, and more if they are small. */
    private static final int FRAMES = 8;

    private static final Map<String, SimulationOptions> RUNS = runs();

    private static Map<String, SimulationOptions> runs() {
        SimulationOptions plain = SimulationOptions.DEFAULT.withoutPhases();
        Map<String, SimulationOptions> runs = new LinkedHashMap<>();
        runs.put("steady and all phases", SimulationOptions.DEFAULT);
        runs.put("stalled", plain.withStall(50, 1));
        runs.put("heavily stalled", plain.withStall(85, 2));
        runs.put("without reset", plain.withReset(0, 0));
        runs.put("reset in a frame", plain.withReset(4, 97));
        runs.put("frames of wrong length", plain.withShortFrame(2).withLongFrame(5));
        return runs;
    }

    /** The runs that a design fails, each made when it is asked for. */
    Stream<String> failures(RtlDesign design) {
        CompiledDesign compiled = simulator.compile(design.folder(), false);
        int frames = FRAMES + (int) (cycles / design.plan().prediction().interval());
        Stimulus stimulus = design.stimulus(frames, 5);
        return RUNS.keySet().stream()
                .filter(run -> !compiled.run(stimulus, RUNS.get(run)).passed());
    }
}
