package systole.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperatorsTest {
    @Test
    void ofManyTheFirstAreNamed() {
        assertEquals("operator 3 'x'", Operators.named(List.of("3 'x'")));
        assertEquals("operators 3, 5", Operators.named(List.of("3", "5")));
        assertEquals(
                "operators 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 and 3 more",
                Operators.named(
                        IntStream.rangeClosed(1, 23).mapToObj(Integer::toString).toList()));
    }
}
