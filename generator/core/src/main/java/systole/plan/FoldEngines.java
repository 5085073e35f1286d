package systole.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.network.Fold;
import systole.network.Network;
import systole.network.Node;
import systole.plan.unit.Engine;

/** The second pass: every engine gets its folding, the one asked for or the strategy's choice. */
final class FoldEngines {
    private final PlanOptions options;

    FoldEngines(PlanOptions options) {
        this.options = options;
    }

    Wiring run(Network network, Wiring wiring) {
        Problems problems = new Problems();
        Map<String, Fold> asked = asked(network, wiring, problems);
        List<List<Engine>> choices = new ArrayList<>();
        for (Stage stage : wiring.stages()) {
            Engine engine = (Engine) stage.unit();
            Fold fold = asked.get(engine.name());
            if (fold == null) {
                choices.add(engine.folds().stream().map(engine::withFold).toList());
            } else if (engine.folds().contains(fold)) {
                choices.add(List.of(engine.withFold(fold)));
            } else {
                problems.add(
                        where(network, engine.name()),
                        engine.name() + " cannot be folded as " + text(fold),
                        "possible are "
                                + engine.folds().stream().map(FoldEngines::text).collect(Collectors.joining(", ")));
            }
        }
        problems.throwIfAny();
        List<Engine> chosen = options.strategy().choose(choices, options.board());
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            stages.add(wiring.stages().get(i).withUnit(chosen.get(i)));
        }
        return wiring.withStages(stages);
    }

    private Map<String, Fold> asked(Network network, Wiring wiring, Problems problems) {
        Map<String, Fold> asked = new HashMap<>();
        for (Node node : network.nodes()) {
            node.fold().ifPresent(fold -> asked.put(node.name(), fold));
        }
        asked.putAll(options.folds());
        List<String> engines =
                wiring.stages().stream().map(s -> s.unit().name()).toList();
        asked.keySet().stream()
                .filter(name -> !engines.contains(name))
                .sorted()
                .forEach(name -> problems.add(
                        where(network, name),
                        "there is nothing to fold in '" + name + "'",
                        "layers with a folding are " + String.join(", ", engines)));
        return asked;
    }

    private static SourceRef where(Network network, String name) {
        return network.nodes().stream()
                .filter(n -> n.name().equals(name))
                .map(Node::where)
                .findFirst()
                .orElse(SourceRef.NONE);
    }

    private static String text(Fold fold) {
        return "pe = " + fold.pe() + " simd = " + fold.simd();
    }
}
