package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @Test
    void aFreeNameIsGivenAsItIsWanted() {
        Names names = new Names();
        for (String name : List.of("stem", "conv_1", "Beat", "x")) {
            assertEquals(name, names.claim(name));
        }
    }

    @Test
    void aTakenNameGetsANumber() {
        Names names = new Names().without(List.of("b"));
        assertEquals("a", names.claim("a"));
        assertEquals("a_1", names.claim("a"));
        assertEquals("a_2", names.claim("a"));
        assertEquals("a_1_1", names.claim("a_1"));
        assertEquals("b_1", names.claim("b"));
    }

    @Test
    void upperAndLowerCaseAreTheSame() {
        Names names = new Names().without(List.of("BUFG"));
        assertEquals("Stem", names.claim("Stem"));
        assertEquals("stem_1", names.claim("stem"));
        assertEquals("bufg_1", names.claim("bufg"));
    }

    /** Of Verilog, SystemVerilog, VHDL, and the devices of Windows. */
    @ParameterizedTest
    @ValueSource(
            strings = {"module", "wire", "class", "s_until_with", "signal", "Entity", "xnor", "AUX", "com1", "nul"})
    void aWordOfAToolIsNoName(String word) {
        assertEquals(word + "_1", new Names().claim(word));
    }

    @Test
    void aStemIsFreeWithAllItsEndings() {
        Names names = new Names().without(List.of("a_valid"));
        assertEquals("a_1", names.claim("a", "_data", "_valid"));
        assertEquals("a_1_data_1", names.claim("a_1_data"));
        assertEquals("a_data", names.claim("a_data"));
        assertEquals("module", names.claim("module", "_data"));
        assertEquals("module", names.claim("module", ".mem"));
    }

    @Test
    void whatIsNoIdentifierBecomesOne() {
        Names names = new Names();
        assertEquals("a_b", names.claim("a b"));
        assertEquals("n1st", names.claim("1st"));
        assertEquals("n", names.claim(""));
        assertEquals("__", names.claim("\u00e4\u00f6"));
    }

    @Property
    void noTwoAreEqualWhateverIsWanted(@ForAll List<String> wanted) {
        unique(wanted);
    }

    @Property
    void noTwoAreEqualWhateverTensorsAreCalled(@ForAll @From("hostile") List<String> wanted) {
        unique(wanted);
    }

    @Provide
    Arbitrary<List<String>> hostile() {
        return HostileNames.names().list().ofMinSize(2).ofMaxSize(40);
    }

    private static void unique(List<String> wanted) {
        Names names = new Names();
        Names again = new Names();
        Set<String> given = new HashSet<>();
        for (String name : wanted) {
            String got = names.claim(name);
            assertEquals(got, again.claim(name));
            assertTrue(got.matches("[A-Za-z_][A-Za-z0-9_]*"), got);
            assertTrue(given.add(got.toLowerCase(Locale.ROOT)), got);
            assertFalse(ReservedWords.contains(got.toLowerCase(Locale.ROOT)), got);
        }
    }
}
