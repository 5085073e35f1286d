package systole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import systole.style.streaming.fold.Limit;
import systole.target.resource.ResourceKind;

/** The reason why a design is not quicker, as it is kept in a file. */
final class KeptLimit {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private KeptLimit() {}

    static ObjectNode json(Limit limit) {
        ObjectNode node = MAPPER.createObjectNode();
        if (limit instanceof Limit.Unfolded unfolded) {
            return node.put("engine", unfolded.engine());
        }
        if (limit instanceof Limit.Asked asked) {
            return node.put("goal", asked.goal());
        }
        Limit.Full full = (Limit.Full) limit;
        ArrayNode needs = node.put("interval", full.interval()).putArray("needs");
        full.needs().forEach(need -> needs.addObject()
                .put("resource", need.resource().key())
                .put("need", need.need())
                .put("planned", need.planned()));
        return node;
    }

    /** Reads what {@link #json} wrote; empty if it is something else. */
    static Optional<Limit> read(JsonNode node) {
        if (node.has("engine")) {
            return Optional.of(new Limit.Unfolded(node.path("engine").asText()));
        }
        if (node.has("goal")) {
            return Optional.of(new Limit.Asked(node.path("goal").asText()));
        }
        List<Limit.Need> needs = new ArrayList<>();
        for (JsonNode need : node.path("needs")) {
            ResourceKind.find(need.path("resource").asText())
                    .ifPresent(kind -> needs.add(new Limit.Need(
                            kind,
                            need.path("need").asLong(),
                            need.path("planned").asLong())));
        }
        boolean whole =
                node.has("interval") && needs.size() == node.path("needs").size();
        return Optional.<Limit>of(new Limit.Full(node.path("interval").asLong(), needs))
                .filter(limit -> whole);
    }
}
