package systole.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.diagnostic.Problems;
import systole.diagnostic.Suggestions;
import systole.network.Fold;
import systole.network.Network;
import systole.plan.fold.PaddedFoldings;
import systole.plan.unit.Engine;

/**
 * The second pass, which collects the foldings of each engine: the one that was asked for, or all of them for the
 * strategy to choose from.
 */
final class FoldEngines {
    /**
     * A padded array is offered only if this share of its multipliers' cycles does useful work. Below it, a folding
     * that divides the channels is as good.
     */
    private static final double LEAST_USE = 0.9;

    private final Map<String, FoldRequest> requests;

    /** @param requests the requested foldings by engine; they override those in the network */
    FoldEngines(Map<String, FoldRequest> requests) {
        this.requests = requests;
    }

    /** Returns, for each stage, the foldings that are left to choose from. Requests that cannot be met are refused. */
    List<List<Engine>> choices(Network network, Wiring wiring) {
        Problems problems = new Problems();
        Map<String, FoldRequest> asked = asked(network, wiring, problems);
        List<List<Engine>> choices = new ArrayList<>();
        for (Stage stage : wiring.stages()) {
            Engine engine = (Engine) stage.unit();
            FoldRequest request = asked.get(engine.name());
            if (request == null) {
                choices.add(engine.folds().stream()
                        .flatMap(f -> variants(engine, f))
                        .toList());
            } else if (engine.folds().contains(request.fold())
                    || engine.paddedFolds().contains(request.fold())) {
                choices.add(variants(engine, request.fold()).toList());
            } else {
                problems.add(
                        request.where(),
                        engine.name() + " cannot be folded as " + text(request.fold()),
                        "possible are "
                                + engine.folds().stream().map(FoldEngines::text).collect(Collectors.joining(", "))
                                + (engine.paddedFolds().isEmpty()
                                        ? ""
                                        : ", and others that pad the channels and save cycles by it"));
            }
        }
        problems.throwIfAny();
        return choices;
    }

    /**
     * The padding foldings of the engines for which no folding was requested. Only those are offered whose multipliers
     * do useful work most of the time.
     */
    PaddedFoldings padded(Network network, Wiring wiring) {
        Set<String> asked = asked(network, wiring, new Problems()).keySet();
        return (least, most) -> wiring.stages().stream()
                .map(s -> (Engine) s.unit())
                .map(engine -> asked.contains(engine.name()) ? List.<Engine>of() : padded(engine, least, most))
                .toList();
    }

    private static List<Engine> padded(Engine engine, long least, long most) {
        return engine.paddedFolds().stream()
                .map(engine::withFold)
                .filter(e -> e.cycles() >= least && e.cycles() <= most)
                .filter(e -> e.macs() >= LEAST_USE * e.multipliers() * e.cycles())
                .flatMap(e -> variants(e, e.fold()))
                .toList();
    }

    private static Stream<Engine> variants(Engine engine, Fold fold) {
        return engine.withFold(fold).variants().stream().map(Engine.class::cast);
    }

    private Map<String, FoldRequest> asked(Network network, Wiring wiring, Problems problems) {
        Map<String, FoldRequest> asked = new HashMap<>();
        network.nodes().forEach(n -> n.fold().ifPresent(fold -> asked.put(n.name(), new FoldRequest(fold, n.where()))));
        asked.putAll(requests);
        List<String> engines =
                wiring.stages().stream().map(s -> s.unit().name()).toList();
        asked.keySet().stream()
                .filter(name -> !engines.contains(name))
                .sorted()
                .forEach(name -> problems.add(
                        asked.get(name).where(),
                        "there is nothing to fold in '" + name + "'",
                        Suggestions.didYouMeanOr(name, engines, "layers with a folding are ")));
        return asked;
    }

    private static String text(Fold fold) {
        return "pe = " + fold.pe() + " simd = " + fold.simd();
    }
}
