package systole.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.diagnostic.Problems;
import systole.network.NetworkDraft.Named;
import systole.network.NetworkDraft.Step;

/**
 * Puts steps into topological order. Of all valid orders, it chooses the one nearest to the written order. It reports
 * cycles.
 */
final class NetworkOrder {
    private final List<Step> written;
    private final Map<String, Integer> positions = new HashMap<>();

    /** @param steps steps with different names; inputs that are not among these names count as given */
    NetworkOrder(List<Step> steps) {
        this.written = steps;
        for (int i = 0; i < steps.size(); i++) {
            positions.put(steps.get(i).name().name(), i);
        }
    }

    /** The steps in order, without those that are in a cycle or depend on one. */
    List<Step> sorted(Problems problems) {
        Map<Integer, List<Integer>> readers = new HashMap<>();
        int[] missing = new int[written.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < written.size(); i++) {
            List<Integer> needs = needs(written.get(i));
            missing[i] = needs.size();
            for (int need : needs) {
                readers.computeIfAbsent(need, n -> new ArrayList<>()).add(i);
            }
            if (needs.isEmpty()) {
                ready.add(i);
            }
        }
        Set<Integer> done = new LinkedHashSet<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            done.add(next);
            for (int reader : readers.getOrDefault(next, List.of())) {
                if (--missing[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        reportCycles(done, problems);
        return done.stream().map(written::get).toList();
    }

    private List<Integer> needs(Step step) {
        return step.inputs().stream()
                .map(Named::name)
                .distinct()
                .filter(positions::containsKey)
                .map(positions::get)
                .toList();
    }

    /** Walks backwards from every step that is left. A step that is met twice on one walk closes a cycle. */
    private void reportCycles(Set<Integer> done, Problems problems) {
        Set<Integer> visited = new HashSet<>(done);
        for (int start = 0; start < written.size(); start++) {
            Map<Integer, Integer> walk = new LinkedHashMap<>();
            int at = start;
            while (visited.add(at)) {
                walk.put(at, walk.size());
                at = needs(written.get(at)).stream()
                        .filter(n -> !done.contains(n))
                        .findFirst()
                        .orElseThrow();
            }
            if (walk.containsKey(at)) {
                report(walk.keySet().stream().skip(walk.get(at)).toList(), problems);
            }
        }
    }

    private void report(List<Integer> backwards, Problems problems) {
        Named first = written.get(backwards.get(0)).name();
        String loop = Stream.concat(backwards.stream(), backwards.stream().limit(1))
                .map(i -> written.get(i).name().name())
                .collect(Collectors.joining(" reads "));
        problems.add(first.where(), "layers form a cycle: " + loop, "a network runs from its input to its output");
    }
}
