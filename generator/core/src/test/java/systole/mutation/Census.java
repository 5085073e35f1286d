package systole.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.Repository;
import systole.rtl.RtlCheck;
import systole.rtl.RtlDesign;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Stimulus;

/** The mutants of one design, compiled into one program, and what a simulation makes of each. */
final class Census {
    private static final int SECONDS = 30;
    private static final Set<String> LIBRARY = library();
    private static final Pattern CYCLES = Pattern.compile("interval=.* cycles=\\d+");

    /** What becomes of a mutant. */
    enum Fate {
        /** A simulation fails. */
        KILLED,
        /** A simulation passes and takes other cycles than it should. */
        OUT_OF_TIME,
        SURVIVES
    }

    private final RtlDesign design;
    private final Path products;
    private final Map<Integer, Mutant> mutants = new TreeMap<>();
    private final Set<String> blocks = new TreeSet<>();
    private final Stimulus stimulus;
    private final String rightCycles;

    /**
     * Puts a random choice of the mutants into a design that is in a folder, and compiles it.
     *
     * @param most the number of mutants at most
     */
    Census(RtlDesign design, int frames, int most, long seed) {
        this.design = design;
        this.products = design.folder().products(RtlCheck.LONG_RUN.name());
        this.stimulus = design.stimulus(frames, 5);
        choose(most, seed);
        SimulationResult right = RtlCheck.LONG_RUN.simulate(design.folder(), stimulus, SimulationOptions.DEFAULT);
        if (!right.passed()) {
            throw new IllegalStateException("the design without a mutant fails: " + right.log());
        }
        rightCycles = cycles(output("0", 0));
        output("scopes", 0).lines().filter(line -> line.startsWith("block ")).forEach(blocks::add);
        mutants.values()
                .removeIf(m -> !blocks.containsAll(m.site().scopes().stream()
                        .map(scope -> "block " + m.file() + " " + scope)
                        .toList()));
    }

    /** Those that are in a part of the design that exists with its parameters, by number. */
    Map<Integer, Mutant> mutants() {
        return mutants;
    }

    /** What a simulation with such pauses makes of a mutant. */
    Fate fate(int number, int stall) {
        String output = output("" + number, stall);
        if (!output.lines().anyMatch(line -> line.startsWith("PASS "))) {
            return Fate.KILLED;
        }
        return stall > 0 || cycles(output).equals(rightCycles) ? Fate.SURVIVES : Fate.OUT_OF_TIME;
    }

    private static String cycles(String output) {
        return CYCLES.matcher(output).results().map(MatchResult::group).collect(Collectors.joining());
    }

    private void choose(int most, long seed) {
        Map<Path, String> texts = new TreeMap<>();
        List<Mutant> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(design.folder().rtl())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".v")).sorted().toList()) {
                texts.put(file, Files.readString(file));
                all.addAll(Mutations.of(libraryName(file), texts.get(file)));
            }
            Collections.shuffle(all, new Random(seed));
            Map<String, Map<Integer, Mutant>> byFile = new HashMap<>();
            IntStream.range(0, Math.min(most, all.size())).forEach(i -> {
                mutants.put(i + 1, all.get(i));
                byFile.computeIfAbsent(all.get(i).file(), f -> new TreeMap<>()).put(i + 1, all.get(i));
            });
            for (Path file : texts.keySet()) {
                String name = libraryName(file);
                Files.writeString(file, Schemata.of(name, texts.get(file), byFile.getOrDefault(name, Map.of())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name in the library, or in the design if it is not from there. */
    private String libraryName(Path file) {
        String own = file.getFileName().toString();
        String name = own.replaceFirst("^" + design.folder().name() + "_", "systole_");
        return LIBRARY.contains(name) ? name : own;
    }

    private static Set<String> library() {
        try (Stream<Path> files = Files.walk(Repository.root().resolve("templates/library"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the testbench prints; nothing if it does not end. */
    private String output(String mutant, int stall) {
        List<String> words = new ArrayList<>(List.of(products.resolve("Vdut").toString()));
        words.addAll(List.of("--input", products.resolve("input.hex").toString()));
        words.addAll(List.of("--expected", products.resolve("expected.hex").toString()));
        if (stimulus.fresh().contains(true)) {
            words.addAll(List.of("--user", products.resolve("user.hex").toString()));
        }
        double passage = design.plan().prediction().interval()
                + design.plan().prediction().latency();
        words.addAll(List.of("--stall", "" + stall, "--max-idle", "" + (long) (500 + 4 * passage)));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(design.folder().rtl().toFile());
        builder.environment().put(Schemata.VARIABLE, mutant);
        try {
            Path log = Files.createTempFile(products, "mutant", ".log");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String text = Files.readString(log);
            Files.delete(log);
            return ended ? text : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
