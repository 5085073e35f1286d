package systole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import systole.data.AtomicFile;
import systole.diagnostic.SourceRef;
import systole.folder.WrittenFolder;
import systole.network.BuildRequest;
import systole.style.streaming.fold.Choice;
import systole.style.streaming.fold.KnownFolding;
import systole.style.streaming.fold.Limit;

/**
 * The foldings that were chosen for a design, kept in its folder, so that the search for them is not repeated as long as
 * nothing changes. All files of the design are made anew from them, so that no hardware can be older than its network.
 *
 * @param key tells what was asked for, and which program chose; with another one, the choice says nothing
 * @param board the id of the board that was chosen
 * @param limit the reason why the design is not quicker
 * @param builds the kind of each engine and all keys of its folding
 */
record KeptChoice(String key, String board, Limit limit, Map<String, BuildRequest> builds) {
    private static final String FILE = "choice.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    KeptChoice {
        builds = Map.copyOf(builds);
    }

    static KeptChoice of(String key, String board, Choice choice) {
        Map<String, BuildRequest> builds = new LinkedHashMap<>();
        choice.engines()
                .forEach(engine -> builds.put(
                        engine.name(),
                        new BuildRequest(engine.kind(), engine.folding().keys(), SourceRef.NONE)));
        return new KeptChoice(key, board, choice.limit(), builds);
    }

    /** The choice that is kept in a folder for a key; empty if there is none, or if it cannot be read. */
    static Optional<KeptChoice> in(Path folder, String key) {
        try {
            Path file = WrittenFolder.own(folder).resolve(FILE);
            return Files.isRegularFile(file) ? read(MAPPER.readTree(file.toFile()), key) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<KeptChoice> read(JsonNode root, String key) {
        Map<String, BuildRequest> builds = new LinkedHashMap<>();
        root.path("engines").properties().forEach(engine -> {
            Map<String, String> keys = new LinkedHashMap<>();
            engine.getValue()
                    .path("keys")
                    .properties()
                    .forEach(k -> keys.put(k.getKey(), k.getValue().asText()));
            builds.put(
                    engine.getKey(),
                    new BuildRequest(engine.getValue().path("kind").asText(), keys, SourceRef.NONE));
        });
        boolean known = root.path("key").asText().equals(key) && !builds.isEmpty();
        return KeptLimit.read(root.path("limit"))
                .filter(limit -> known)
                .map(limit -> new KeptChoice(key, root.path("board").asText(), limit, builds));
    }

    /** Keeps the choice in a folder. */
    void write(Path folder) {
        ObjectNode root = MAPPER.createObjectNode().put("key", key).put("board", board);
        root.set("limit", KeptLimit.json(limit));
        ObjectNode engines = root.putObject("engines");
        builds.keySet().stream().sorted().forEach(name -> {
            ObjectNode engine =
                    engines.putObject(name).put("kind", builds.get(name).engine());
            builds.get(name).keys().forEach(engine.putObject("keys")::put);
        });
        try {
            AtomicFile.write(
                    WrittenFolder.own(folder).resolve(FILE),
                    (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same wishes with this choice as the only one that meets them. */
    DesignOptions among(DesignOptions wishes) {
        return new DesignOptions(
                wishes.boards().stream().filter(b -> b.id().equals(board)).toList(),
                wishes.clockMhz(),
                new KnownFolding(limit),
                builds);
    }
}
