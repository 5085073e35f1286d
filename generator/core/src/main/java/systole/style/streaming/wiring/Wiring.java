package systole.style.streaming.wiring;

import java.util.List;
import java.util.Optional;
import systole.engine.BeatStream;

/** Stages with the streams between them. The passes of the planner work on this value. */
public record Wiring(String input, String output, List<Stage> stages) {
    public Wiring {
        stages = List.copyOf(stages);
    }

    /** The stream with this name, as its reader sees it. */
    public BeatStream stream(String name) {
        for (Stage stage : stages) {
            int at = stage.sources().indexOf(name);
            if (at >= 0) {
                return stage.unit().inputs().get(at);
            }
        }
        Stage writer = writer(name).orElseThrow(() -> new IllegalArgumentException("no stream " + name));
        return writer.unit().outputs().get(writer.sinks().indexOf(name));
    }

    /** The stage that writes a stream; empty for the network's input. */
    public Optional<Stage> writer(String name) {
        return stages.stream().filter(s -> s.sinks().contains(name)).findFirst();
    }

    /** For each stage, the indices of the stages that it reads; -1 stands for the network's input. */
    public List<List<Integer>> sources() {
        return stages.stream()
                .map(stage -> stage.sources().stream()
                        .map(name -> writer(name).map(stages::indexOf).orElse(-1))
                        .toList())
                .toList();
    }

    public Wiring withStages(List<Stage> other) {
        return new Wiring(input, output, other);
    }
}
