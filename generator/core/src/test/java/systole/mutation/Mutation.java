package systole.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.library.Contract;
import systole.mutation.Census.Fate;
import systole.rtl.LibraryModules;
import systole.rtl.MutationDesigns;
import systole.rtl.RtlDesign;

/** Mutants of several designs. Those of the library count once; a simulation of any of the designs may find them. */
final class Mutation {
    private static final List<Integer> MORE_STALLS = List.of(50, 85);

    private final Path folder;
    private final int most;
    private final long seed;
    private final Survivors equivalent = Survivors.equivalent();
    private final Map<String, Mutant> mutants = new TreeMap<>();
    private final Set<String> killed = new TreeSet<>();
    private final Set<String> killedByPauses = new TreeSet<>();
    private final Set<String> outOfTime = new TreeSet<>();
    private final Set<String> breaches = new TreeSet<>();
    private final StringBuilder lines = new StringBuilder();

    Mutation(Path folder, int most, long seed) {
        this.folder = folder;
        this.most = most;
        this.seed = seed;
    }

    static List<String> designs() {
        return MutationDesigns.names();
    }

    /** Makes the mutants of a design and simulates each. */
    void run(String name) {
        RtlDesign design = MutationDesigns.write(name, folder.resolve(name));
        Census census = new Census(design, MutationDesigns.frames(design), most, seed);
        Map<Integer, Mutant> all = census.mutants();
        all.values().forEach(m -> mutants.put(m.key(), m));
        Map<Integer, Fate> fates = new ConcurrentHashMap<>();
        all.keySet().parallelStream().forEach(n -> fates.put(n, census.fate(n, 0)));
        Set<Integer> late = new ConcurrentSkipListSet<>();
        all.keySet().parallelStream()
                .filter(n -> fates.get(n) != Fate.KILLED)
                .filter(n -> MORE_STALLS.stream().anyMatch(stall -> census.fate(n, stall) == Fate.KILLED))
                .forEach(late::add);
        all.forEach((n, m) -> {
            if (fates.get(n) == Fate.KILLED) {
                killed.add(m.key());
            } else if (late.contains(n)) {
                killedByPauses.add(m.key());
            } else if (fates.get(n) == Fate.OUT_OF_TIME) {
                outOfTime.add(m.key());
            }
        });
        long without = fates.values().stream().filter(f -> f == Fate.KILLED).count();
        long slow = fates.entrySet().stream()
                .filter(e -> e.getValue() == Fate.OUT_OF_TIME && !late.contains(e.getKey()))
                .count();
        String line = String.format(
                Locale.ROOT,
                "%-10s %5d mutants, %5d killed without pauses, %3d with pauses, %3d by their cycles, %3d survive%n",
                name,
                all.size(),
                without,
                late.size(),
                slow,
                all.size() - without - late.size() - slow);
        lines.append(line);
        System.err.print(line);
    }

    /** Tries the contracts of the library's modules on the survivors that are not listed as equivalent, unless they are left out. */
    void prove(Predicate<String> left) {
        unexplained().stream().filter(left.negate()).forEach(key -> {
            String module = mutants.get(key).file().replace(".v", "");
            if (Contract.MODULES.contains(module)) {
                String text = LibraryModules.text(module);
                Mutations.of(module + ".v", text).stream()
                        .filter(m -> m.key().equals(key))
                        .filter(m -> Contract.isBroken(module, m.in(text), folder.resolve("contract" + m.from())))
                        .forEach(m -> breaches.add(key));
            }
        });
    }

    int count() {
        return mutants.size();
    }

    private Stream<String> survivors() {
        return mutants.keySet().stream()
                .filter(key -> !killed.contains(key)
                        && !killedByPauses.contains(key)
                        && !outOfTime.contains(key)
                        && !breaches.contains(key));
    }

    /** The survivors that are not listed as equivalent. */
    Set<String> unexplained() {
        return survivors().filter(key -> !equivalent.has(key)).collect(Collectors.toCollection(TreeSet::new));
    }

    String report() {
        StringBuilder out = new StringBuilder(lines);
        out.append(String.format(
                Locale.ROOT,
                "%d different mutants: %d killed without pauses, %d more with pauses, %d more by their cycles,"
                        + " %d by contracts, %d equivalent, %d on no list%n",
                count(),
                killed.size(),
                killedByPauses.stream().filter(k -> !killed.contains(k)).count(),
                outOfTime.stream()
                        .filter(k -> !killed.contains(k) && !killedByPauses.contains(k))
                        .count(),
                breaches.size(),
                survivors().filter(equivalent::has).count(),
                unexplained().size()));
        Map<String, Long> byFile = mutants.values().stream()
                .collect(Collectors.groupingBy(Mutant::file, TreeMap::new, Collectors.counting()));
        byFile.forEach((file, count) -> out.append(String.format(
                Locale.ROOT,
                "  %-40s %4d mutants, %3d survive%n",
                file,
                count,
                survivors().filter(key -> mutants.get(key).file().equals(file)).count())));
        unexplained()
                .forEach(key -> out.append(String.format(
                        Locale.ROOT,
                        "survives: %s (line %d)%n",
                        key,
                        mutants.get(key).line())));
        return out.toString();
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, report());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
