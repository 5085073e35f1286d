package systole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    @Test
    void acceptsNamesWhateverToolsTakeThemFor() {
        for (String name :
                List.of("a", "conv2d_1", "stem", "x".repeat(40), "module", "class", "systole", "systole_fifo")) {
            assertEquals(Optional.empty(), Identifiers.problem(name));
        }
    }

    @Test
    void refusesTheRest() {
        for (String name : List.of("", "A", "_a", "1a", "a-b", "a b", "\u00e4", "x".repeat(41))) {
            assertTrue(Identifiers.problem(name).isPresent(), name);
        }
    }

    @Property
    void suggestionsAreUsable(@ForAll String name) {
        String suggestion = Identifiers.suggestion(name);
        assertTrue(Identifiers.problem(suggestion).isEmpty(), suggestion);
    }
}
