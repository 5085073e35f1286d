package systole.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import systole.design.DesignWriter;
import systole.rtl.GeneratedFile;
import systole.rtl.JsonText;
import systole.tool.DesignFolder;

/**
 * The results of simulations and synthesis of a design. They are JSON files beside it, each with the digest of the
 * hardware that it is about.
 *
 * @param runs simulations of this hardware
 * @param synthesis the synthesis of this hardware
 * @param outdated the number of results that are about other hardware
 */
public record Results(List<SimulationRun> runs, Optional<Synthesis> synthesis, int outdated) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DIGEST = "design_digest";
    private static final String RUNS = "sim/results";
    private static final String SYNTHESIS = "synth/result.json";

    public Results {
        runs = List.copyOf(runs);
    }

    /** Keeps the result of a simulation. The next one with the same simulator and the same stalls replaces it.
     *
     * @return the path of the file if it was edited and stays
     */
    public static List<String> keepSimulation(DesignFolder design, ObjectNode result) {
        String name = result.required("simulator").asText() + "-stall-"
                + result.required("stall").asText();
        return keep(design, RUNS + "/" + name + ".json", result);
    }

    /** Keeps the result of the synthesis. Returns the path of the file if it was edited and stays. */
    public static List<String> keepSynthesis(DesignFolder design, ObjectNode result) {
        return keep(design, SYNTHESIS, result);
    }

    private static List<String> keep(DesignFolder design, String path, ObjectNode result) {
        String text = JsonText.of(result.deepCopy().put(DIGEST, DesignFolder.digest(design.root())));
        return DesignWriter.write(new GeneratedFile(path, text), design.root());
    }

    /** The results that lie in the folder of a design. */
    static Results of(Path folder) {
        String digest = DesignFolder.digest(folder);
        List<JsonNode> runs = list(folder.resolve(RUNS)).map(Results::read).toList();
        List<JsonNode> syntheses = Stream.of(folder.resolve(SYNTHESIS))
                .filter(Files::isRegularFile)
                .map(Results::read)
                .toList();
        return new Results(
                runs.stream()
                        .filter(n -> isOf(digest, n))
                        .map(SimulationRun::of)
                        .toList(),
                syntheses.stream()
                        .filter(n -> isOf(digest, n))
                        .map(Synthesis::of)
                        .findFirst(),
                (int) Stream.concat(runs.stream(), syntheses.stream())
                        .filter(n -> !isOf(digest, n))
                        .count());
    }

    /** A simulation without pauses. The prediction applies to its times. */
    Optional<SimulationRun> timed() {
        return runs.stream().filter(SimulationRun::unstalled).findFirst();
    }

    /** The simulation of the most frames whose classes are known. */
    Optional<SimulationRun> labelled() {
        return runs.stream().filter(r -> r.top1().isPresent()).max(Comparator.comparingLong(SimulationRun::frames));
    }

    private static boolean isOf(String digest, JsonNode node) {
        return node.path(DIGEST).asText().equals(digest);
    }

    private static Stream<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + "; it can be deleted", e);
        }
    }
}
