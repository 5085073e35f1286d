package systole.target.board;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.target.chip.Chip;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/** Reads a board's data file: exactly the fields there are, each once, each of its own type. */
final class BoardFile {
    private static final String HINT = "compare it with constraints/boards/pynq-z2.json, or, without a processor,"
            + " constraints/boards/basys3.json, which have every field there is but clockMhz, the clock of designs";

    private static final String PART = "part";
    private static final String CLOCK = "clockMhz";

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** The file's fields. */
    private record Fields(
            String id,
            String name,
            String part,
            int lut,
            int ff,
            int dsp,
            int ramb36,
            int uram,
            double clockMhz,
            BoardIo io) {
        Board board() {
            ResourceVector resources = ResourceVector.counted(Map.of(
                    ResourceKind.LUT, lut,
                    ResourceKind.FF, ff,
                    ResourceKind.DSP, dsp,
                    ResourceKind.RAMB18, ramb36,
                    ResourceKind.URAM, uram));
            return new Board(id, name, Chip.of(part, resources), clockMhz, io);
        }
    }

    private BoardFile() {}

    /**
     * Reads one board.
     *
     * @param file the name to show in messages
     * @throws RefusedException if the text is not a board: at its line if it is no JSON, naming the field otherwise
     */
    static Board read(String file, String json) {
        SourceRef where = new SourceRef(file, 0, 0);
        JsonNode tree = tree(file, json);
        try {
            complete(tree);
            return STRICT.treeToValue(tree, Fields.class).board();
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(where, e.getMessage(), HINT);
        } catch (JsonMappingException e) {
            throw RefusedException.of(where, field(e.getPath()) + reason(e, tree), HINT);
        } catch (JsonProcessingException e) {
            throw RefusedException.of(where, e.getOriginalMessage(), HINT);
        }
    }

    private static JsonNode tree(String file, String json) {
        try {
            return STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw RefusedException.of(
                    new SourceRef(file, at.getLineNr(), at.getColumnNr()), e.getOriginalMessage(), HINT);
        }
    }

    /** What may be left out: a chip without UltraRAM, a clock on a single pin, the clock of designs. */
    private static void complete(JsonNode tree) {
        if (tree instanceof ObjectNode fields && !fields.has(ResourceKind.URAM.key())) {
            fields.put(ResourceKind.URAM.key(), 0);
        }
        if (tree instanceof ObjectNode fields
                && !fields.has(CLOCK)
                && fields.path(PART).isTextual()) {
            fields.put(CLOCK, Chip.clockMhz(fields.path(PART).textValue()));
        }
        for (JsonNode clock : tree.path("io").path("clocks")) {
            if (clock instanceof ObjectNode fields && !fields.has("inverted")) {
                fields.putArray("inverted");
            }
        }
    }

    /** Where in the file, {@code io.clocks[0].mhz: } say. */
    private static String field(List<Reference> steps) {
        StringBuilder path = new StringBuilder();
        for (Reference step : steps) {
            if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String reason(JsonMappingException e, JsonNode tree) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(Objects::toString)
                    .toList();
            return "there is no such field; "
                    + Suggestions.didYouMeanOr(unknown.getPropertyName(), known, "there are ");
        }
        if (e instanceof ValueInstantiationException refused) {
            return refused.getCause().getMessage();
        }
        return e.getOriginalMessage().startsWith("Missing") ? missing(e.getPath(), tree) : e.getOriginalMessage();
    }

    /** A field that is not there, perhaps because its name is misspelt. */
    private static String missing(List<Reference> steps, JsonNode tree) {
        JsonNode around = tree;
        for (Reference step : steps.subList(0, steps.size() - 1)) {
            around = step.getIndex() >= 0 ? around.path(step.getIndex()) : around.path(step.getFieldName());
        }
        List<String> there = new ArrayList<>();
        around.fieldNames().forEachRemaining(there::add);
        return "the field is missing"
                + Suggestions.closest(steps.get(steps.size() - 1).getFieldName(), there)
                        .map(name -> "; is it what you wrote as '" + name + "'?")
                        .orElse("");
    }
}
