package systole.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.rtl.GeneratedFile;
import systole.rtl.Origin;

/** Files say what made them, in a comment of their language; what has no comments stays as it is. */
class OriginTest {
    private static final Origin ORIGIN = new Origin("1.2", "0123456789abcdef");
    private static final String LINE = "Made by Systole 1.2 from the model 0123456789abcdef.\n";

    private static String marked(String path, String content) {
        return ORIGIN.mark(List.of(new GeneratedFile(path, content))).get(0).content();
    }

    @ParameterizedTest
    @CsvSource({
        "rtl/net.v, //",
        "testbench/design.vh, //",
        "testbench/design.h, //",
        "testbench/tb.cpp, //",
        "driver/net.c, //",
        "constraints/net_top.xdc, #",
        "tcl/build.tcl, #",
        "driver/net.py, #",
        "driver/Makefile, #"
    })
    void theFirstLineSaysIt(String path, String comment) {
        assertEquals(comment + " " + LINE + "x\n", marked(path, "x\n"));
    }

    @ParameterizedTest
    @CsvSource({"plan.json", "rtl/net_w0.mem", "rtl/files.f", "README.md"})
    void whatHasNoCommentsStays(String path) {
        assertEquals("x\n", marked(path, "x\n"));
    }

    @Test
    void aScriptStillBeginsWithItsInterpreter() {
        assertEquals("#!/usr/bin/env python3\n# " + LINE + "x\n", marked("run.py", "#!/usr/bin/env python3\nx\n"));
    }

    @Test
    void theVersionIsTheBuilds() {
        assertTrue(Origin.systole().matches("\\d+\\.\\d+\\.\\d+(-\\w+)?"), Origin.systole());
    }
}
