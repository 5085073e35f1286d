package systole.style.streaming;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import systole.diagnostic.Suggestions;
import systole.engine.Engine;
import systole.network.BuildRequest;

/** Lists what can be requested, for a request that cannot be met. */
final class Possibilities {
    private Possibilities() {}

    /**
     * The correction for the first part of the request that is wrong: the engine, then a key, then the values of the
     * keys.
     */
    static String of(BuildRequest request, List<Engine> engines) {
        List<String> kinds = engines.stream().map(Engine::kind).distinct().toList();
        if (!request.engine().isEmpty() && !kinds.contains(request.engine())) {
            return Suggestions.didYouMeanOr(request.engine(), kinds, "engines that compute it are ");
        }
        List<Engine> asked = engines.stream()
                .filter(e -> request.engine().isEmpty() || e.kind().equals(request.engine()))
                .toList();
        List<String> keys = asked.stream()
                .flatMap(e -> e.folding().keys().keySet().stream())
                .distinct()
                .toList();
        return request.keys().keySet().stream()
                .filter(key -> !keys.contains(key))
                .findFirst()
                .map(key -> Suggestions.didYouMeanOr(key, keys, "its keys are "))
                .orElseGet(() -> foldings(request, asked));
    }

    private static String foldings(BuildRequest request, List<Engine> engines) {
        boolean padded = engines.stream().anyMatch(e -> !e.paddedFoldings().isEmpty());
        return "possible are "
                + engines.stream()
                        .flatMap(e -> e.foldings().stream())
                        .flatMap(e -> e.variants().stream())
                        .map(e -> text(request, e.folding().keys()))
                        .distinct()
                        .collect(Collectors.joining(", "))
                + (padded ? ", and others that pad the channels and save cycles by it" : "");
    }

    /** The values that a folding has for the keys of the request. */
    private static String text(BuildRequest request, Map<String, String> folding) {
        return request.keys().keySet().stream()
                .map(key -> key + " = " + folding.get(key))
                .collect(Collectors.joining(" "));
    }
}
