package systole.style.streaming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import systole.diagnostic.Problems;
import systole.diagnostic.Suggestions;
import systole.engine.Engine;
import systole.network.BuildRequest;
import systole.network.Network;
import systole.style.streaming.ClaimOps.Claimed;
import systole.style.streaming.fold.PaddedFoldings;

/**
 * The second pass, which collects the ways in which each operation can be built: those that were asked for, or all of
 * them for the strategy to choose from.
 */
final class FoldEngines {
    /**
     * A padded array is offered only if this share of its multipliers' cycles does useful work. Below it, a folding
     * that divides the channels is as good.
     */
    private static final double LEAST_USE = 0.9;

    private final Claimed claimed;
    private final Map<String, BuildRequest> asked;

    private FoldEngines(Claimed claimed, Map<String, BuildRequest> asked) {
        this.claimed = claimed;
        this.asked = asked;
    }

    /** @param builds the requests by engine; they override those in the network */
    static FoldEngines of(Network network, Claimed claimed, Map<String, BuildRequest> builds) {
        Map<String, BuildRequest> asked = new HashMap<>();
        network.nodes().forEach(n -> n.build().ifPresent(build -> asked.put(n.name(), build)));
        asked.putAll(builds);
        return new FoldEngines(claimed, asked);
    }

    /**
     * Returns, for each stage, the ways that are left to choose from.
     *
     * @throws systole.diagnostic.RefusedException if a request cannot be met, or if its engine does not exist
     */
    List<List<Engine>> choices() {
        Problems problems = new Problems();
        reportUnknown(problems);
        List<List<Engine>> choices = new ArrayList<>();
        for (List<Engine> engines : claimed.engines()) {
            BuildRequest request = asked.get(engines.get(0).name());
            choices.add(
                    request == null
                            ? ways(engines.stream().flatMap(e -> e.foldings().stream()))
                            : meeting(request, engines, problems));
        }
        problems.throwIfAny();
        return choices;
    }

    private void reportUnknown(Problems problems) {
        List<String> engines =
                claimed.wiring().stages().stream().map(s -> s.unit().name()).toList();
        asked.keySet().stream()
                .filter(name -> !engines.contains(name))
                .sorted()
                .forEach(name -> problems.add(
                        asked.get(name).where(),
                        "there is nothing to fold in '" + name + "'",
                        Suggestions.didYouMeanOr(name, engines, "layers with a folding are ")));
    }

    private static List<Engine> ways(Stream<? extends Engine> foldings) {
        return foldings.<Engine>flatMap(e -> e.variants().stream()).toList();
    }

    private static List<Engine> meeting(BuildRequest request, List<Engine> engines, Problems problems) {
        List<Engine> meeting = meeting(request, engines.stream().flatMap(e -> e.foldings().stream()));
        if (meeting.isEmpty()) {
            meeting = meeting(request, engines.stream().flatMap(e -> e.paddedFoldings().stream()));
        }
        if (meeting.isEmpty()) {
            problems.add(
                    request.where(),
                    engines.get(0).name() + " cannot be " + (request.engine().isEmpty() ? "folded as " : "built as ")
                            + request.text(),
                    Possibilities.of(request, engines));
        }
        return meeting;
    }

    private static List<Engine> meeting(BuildRequest request, Stream<? extends Engine> foldings) {
        return ways(foldings).stream()
                .filter(e -> request.isMetBy(e.kind(), e.folding().keys()))
                .toList();
    }

    /**
     * The padding foldings of the engines for which nothing was requested. Only those are offered whose multipliers do
     * useful work most of the time.
     */
    PaddedFoldings padded() {
        return (least, most) -> claimed.engines().stream()
                .map(engines -> asked.containsKey(engines.get(0).name())
                        ? List.<Engine>of()
                        : ways(engines.stream()
                                .flatMap(e -> e.paddedFoldings().stream())
                                .filter(e -> e.cycles() >= least && e.cycles() <= most)
                                .filter(e -> e.macs() >= LEAST_USE * e.multipliers() * e.cycles())))
                .toList();
    }
}
