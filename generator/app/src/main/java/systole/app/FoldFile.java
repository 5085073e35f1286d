package systole.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.network.Fold;
import systole.plan.FoldRequest;

/** Reads foldings: {@code {"stem": {"pe": 8, "simd": 9}, ...}}, where a factor that is left out is 1. */
final class FoldFile {
    private static final String EXAMPLE = "foldings look like {\"stem\": {\"pe\": 8, \"simd\": 9}}";
    private static final List<String> FACTORS = List.of("pe", "simd");
    private static final int MAX_FACTOR = 1 << 16;

    private final String name;
    private final JsonParser json;

    private FoldFile(String name, JsonParser json) {
        this.name = name;
        this.json = json;
    }

    /**
     * Reads a file.
     *
     * @return the foldings by layer, with their places
     * @throws RefusedException at the place of the error
     */
    static Map<String, FoldRequest> read(Path file) {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser json = strict.createParser(file.toFile())) {
            return new FoldFile(file.toString(), json).foldings();
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage().lines().findFirst().orElse("");
            throw refused(where(file.toString(), e.getLocation()), "this is no JSON: " + message);
        } catch (NoSuchFileException | java.io.FileNotFoundException e) {
            throw refused(new SourceRef(file.toString(), 0, 0), "the file of foldings cannot be opened");
        } catch (IOException e) {
            throw refused(new SourceRef(file.toString(), 0, 0), "the file of foldings cannot be read");
        }
    }

    private Map<String, FoldRequest> foldings() throws IOException {
        Map<String, FoldRequest> foldings = new LinkedHashMap<>();
        require(json.nextToken() == JsonToken.START_OBJECT, "an object of layers is expected");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String layer = json.currentName();
            SourceRef where = here();
            foldings.put(layer, new FoldRequest(fold(layer), where));
        }
        require(json.nextToken() == null, "nothing is expected behind the foldings");
        return foldings;
    }

    private Fold fold(String layer) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "the folding of '" + layer + "' is no object");
        Map<String, Integer> factors = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String factor = json.currentName();
            if (!FACTORS.contains(factor)) {
                String hint = Suggestions.didYouMeanOr(factor, FACTORS, "a folding has ");
                throw RefusedException.of(here(), "a folding has no '" + factor + "'", hint);
            }
            boolean integer =
                    json.nextToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT;
            int value = integer ? json.getIntValue() : 0;
            require(
                    1 <= value && value <= MAX_FACTOR,
                    factor + " of '" + layer + "' must be an integer from 1 to " + MAX_FACTOR);
            factors.put(factor, value);
        }
        return new Fold(factors.getOrDefault("pe", 1), factors.getOrDefault("simd", 1));
    }

    private void require(boolean good, String message) {
        if (!good) {
            throw refused(here(), message);
        }
    }

    private SourceRef here() {
        return where(name, json.currentTokenLocation());
    }

    private static SourceRef where(String file, JsonLocation at) {
        return new SourceRef(file, Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()));
    }

    private static RefusedException refused(SourceRef where, String message) {
        return RefusedException.of(where, message, EXAMPLE);
    }
}
