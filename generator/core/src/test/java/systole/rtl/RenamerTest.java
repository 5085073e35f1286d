package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.library.Library;

class RenamerTest {
    private static final Renamer RENAMER = new Renamer(
            Map.of("fifo", "net_fifo", "h0", "net_h0", "define", "x", "DIR", "x"), Map.of("DIR", "NET_DIR"));

    @Test
    void identifiersAreRenamedWhereverTheyStand() {
        assertEquals(
                "module net_fifo(input net_fifo);net_fifo #(.W(net_fifo+1)) x(\\net_fifo );",
                RENAMER.rename("module fifo(input fifo);fifo #(.W(fifo+1)) x(\\fifo );"));
    }

    @Test
    void macrosAreRenamedWhereTheyAreAskedForDefinedAndUsed() {
        assertEquals(
                "`ifdef NET_DIR\n`elsif NET_DIR\n`undef  NET_DIR\n`define NET_DIR \"DIR\"\n{`NET_DIR, net_fifo}",
                RENAMER.rename("`ifdef DIR\n`elsif DIR\n`undef  DIR\n`define DIR \"DIR\"\n{`DIR, fifo}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// fifo a.mem \"a.mem\"\n",
                "/* fifo \n // */",
                "\"fifo\"",
                "\"say \\\"fifo\\\" a.mem\"",
                "my_fifo fifo_2 fifo$ Fifo",
                "8'h0 4'sh0 8 'h h1 1h0 12_0fifo",
                "`fifo $fifo $DIR `define `ifdef fifo\n`DIR2 `MY_DIR `default_nettype none\n`else",
                "\\fifo+1 ",
                "\"b.mem\""
            })
    void theRestStays(String text) {
        assertEquals(text, RENAMER.rename(text));
    }

    @Test
    void identifiersAreFound() {
        assertEquals(
                Set.of("assign", "a", "b_1"), Renamer.identifiers("assign a = b_1 + 8'hff; // c\n/* d */ \"e\" `f $g"));
    }

    /** Without new names, every module of the library stays as it is, character by character. */
    @Test
    void nothingGetsLost() {
        Renamer none = new Renamer(Map.of(), Map.of());
        Library.modules().stream().map(LibraryModules::text).forEach(text -> assertEquals(text, none.rename(text)));
    }
}
