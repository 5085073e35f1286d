package systole.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static final List<String> WORDS = List.of("stride", "padding", "bias", "pe");

    @Test
    void findsMisspeltWords() {
        assertEquals("did you mean 'stride'?", Suggestions.didYouMean("strid", WORDS));
        assertEquals("did you mean 'stride'?", Suggestions.didYouMean("STRIDE", WORDS));
        assertEquals("did you mean 'padding'?", Suggestions.didYouMean("paddign", WORDS));
        assertEquals(Optional.of("pe"), Suggestions.closest("pes", WORDS));
    }

    @Test
    void findsWordsThatGoOn() {
        List<String> kinds = List.of("conv2d", "depthwise_conv2d", "maxpool2d");
        assertEquals("did you mean 'depthwise_conv2d'?", Suggestions.didYouMean("depthwise", kinds));
        assertEquals("", Suggestions.didYouMean("dep", kinds));
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertEquals("", Suggestions.didYouMean("weights", WORDS));
        assertEquals("", Suggestions.didYouMean("stride", List.of("stride")));
        assertEquals("try stride, padding, bias, pe", Suggestions.didYouMeanOr("weights", WORDS, "try "));
    }

    @Property
    void theDistanceIsAMetricOfEdits(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        assertEquals(Suggestions.distance(a, b), Suggestions.distance(b, a));
        assertEquals(a.equals(b), Suggestions.distance(a, b) == 0);
        assertTrue(Suggestions.distance(a, b) <= Math.max(a.length(), b.length()));
        assertEquals(1, Suggestions.distance(a, a + "x"));
    }
}
