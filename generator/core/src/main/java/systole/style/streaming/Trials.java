package systole.style.streaming;

import java.util.ArrayList;
import java.util.List;
import systole.engine.Engine;
import systole.style.streaming.SizeStorage.Sized;
import systole.style.streaming.wiring.Connect;
import systole.style.streaming.wiring.Stage;
import systole.style.streaming.wiring.Wiring;

/**
 * The passes that follow a choice of foldings: connect, size the storage and predict. Each choice is tried only once.
 */
final class Trials {
    private record Trial(List<Engine> engines, Sized sized) {}

    private final Wiring lowered;
    private final List<Trial> done = new ArrayList<>();

    Trials(Wiring lowered) {
        this.lowered = lowered;
    }

    /** @param engines one for each stage, in the order of the stages */
    Sized of(List<Engine> engines) {
        return done.stream()
                .filter(t -> t.engines().equals(engines))
                .map(Trial::sized)
                .findFirst()
                .orElseGet(() -> make(engines));
    }

    private Sized make(List<Engine> engines) {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < engines.size(); i++) {
            stages.add(lowered.stages().get(i).withUnit(engines.get(i)));
        }
        Sized sized = new SizeStorage().run(new Connect().run(lowered.withStages(stages)));
        done.add(new Trial(List.copyOf(engines), sized));
        return sized;
    }
}
