package systole.board;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/** Reads a board's data file: exactly the fields of {@link Board}, each once, each of its own type. */
final class BoardFile {
    private static final String HINT =
            "compare it with constraints/boards/pynq-z2.json, which has every field there is";

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

    private BoardFile() {}

    /**
     * Reads one board.
     *
     * @param file the name to show in messages
     * @throws RefusedException if the text is not a board; the message names the line if the text is not JSON, and
     *     otherwise the field
     */
    static Board read(String file, String json) {
        try {
            return STRICT.readValue(json, Board.class);
        } catch (ValueInstantiationException e) {
            throw RefusedException.of(new SourceRef(file, 0, 0), e.getCause().getMessage(), HINT);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream().map(Reference::getFieldName).collect(Collectors.joining("."));
            throw RefusedException.of(new SourceRef(file, 0, 0), field + ": " + e.getOriginalMessage(), HINT);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw RefusedException.of(
                    new SourceRef(file, at.getLineNr(), at.getColumnNr()), e.getOriginalMessage(), HINT);
        }
    }
}
