package systole.frontend.text;

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
import java.util.regex.Pattern;
import systole.diagnostic.InputFile;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.network.BuildRequest;

/**
 * Reads foldings: {@code {"stem": {"pe": 8, "simd": 9}, ...}}, where a factor that is left out is 1. With an engine,
 * {@code {"stem": {"engine": "array", "multiplier": "packed"}}}, a key that is left out is the choice of the planner.
 */
public final class FoldFile {
    private static final String EXAMPLE = "foldings look like {\"stem\": {\"pe\": 8, \"simd\": 9}}";
    private static final String ENGINE = "engine";
    private static final List<String> FACTORS = List.of("pe", "simd");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int MAX_FACTOR = 1 << 16;

    /** The longest file that is read, in bytes. */
    private static final long MAX_BYTES = 1L << 21;

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
    public static Map<String, BuildRequest> read(Path file) {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser json = strict.createParser(InputFile.bytes(file, MAX_BYTES))) {
            return new FoldFile(file.toString(), json).foldings();
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage().lines().findFirst().orElse("");
            throw refused(where(file.toString(), e.getLocation()), "this is no JSON: " + message);
        } catch (NoSuchFileException e) {
            throw refused(new SourceRef(file.toString(), 0, 0), "the file of foldings cannot be opened");
        } catch (IOException e) {
            throw refused(
                    new SourceRef(file.toString(), 0, 0), "the file of foldings cannot be read: " + e.getMessage());
        }
    }

    private Map<String, BuildRequest> foldings() throws IOException {
        Map<String, BuildRequest> foldings = new LinkedHashMap<>();
        require(json.nextToken() == JsonToken.START_OBJECT, "an object of layers is expected");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String layer = json.currentName();
            SourceRef where = here();
            foldings.put(layer, folding(layer, where));
        }
        require(json.nextToken() == null, "nothing is expected behind the foldings");
        return foldings;
    }

    private BuildRequest folding(String layer, SourceRef where) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "the folding of '" + layer + "' is no object");
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, SourceRef> unknown = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (!FACTORS.contains(key)) {
                unknown.put(key, here());
            }
            keys.put(key, value(layer, key));
        }
        if (keys.containsKey(ENGINE)) {
            return new BuildRequest(keys.remove(ENGINE), keys, where);
        }
        unknown.entrySet().stream().findFirst().ifPresent(FoldFile::refuse);
        return BuildRequest.fold(factor(keys, "pe"), factor(keys, "simd"), where);
    }

    private static void refuse(Map.Entry<String, SourceRef> key) {
        String hint = Suggestions.didYouMeanOr(
                key.getKey(), FACTORS, "beside the name of an engine, \"" + ENGINE + "\", a folding has ");
        throw RefusedException.of(key.getValue(), "a folding has no '" + key.getKey() + "'", hint);
    }

    private static int factor(Map<String, String> keys, String name) {
        return Integer.parseInt(keys.getOrDefault(name, "1"));
    }

    /** Reads an integer, or a word for a key that is not a factor. */
    private String value(String layer, String key) throws IOException {
        JsonToken token = json.nextToken();
        boolean integer = token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT;
        if (!FACTORS.contains(key)) {
            boolean word = token == JsonToken.VALUE_STRING
                    && WORD.matcher(json.getText()).matches();
            require(integer || word, key + " of '" + layer + "' must be an integer or a word");
            return json.getText();
        }
        int value = integer ? json.getIntValue() : 0;
        require(
                1 <= value && value <= MAX_FACTOR,
                key + " of '" + layer + "' must be an integer from 1 to " + MAX_FACTOR);
        return String.valueOf(value);
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
