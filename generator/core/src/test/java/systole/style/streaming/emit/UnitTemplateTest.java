package systole.style.streaming.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.library.Snapshot;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;

/** Each template with its smallest and its largest view, read as diffs; LibraryLintIT lints them. */
class UnitTemplateTest {
    static Set<String> modules() {
        return Units.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void unit(String module) {
        List<GeneratedFile> files = Units.files(module, Units.ALL.get(module));
        Snapshot.check(module + ".v", content(files, "rtl/" + module + ".v"));
    }

    private static String content(List<GeneratedFile> files, String path) {
        return files.stream()
                .filter(f -> f.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }

    /** A view without a field is a mistake, not an empty text. */
    @Test
    void anUndefinedNameIsAnError() {
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> new Templates().render("rtl/top.v.ftl", Map.of()));
        assertEquals("rtl/top.v.ftl: ", e.getMessage().substring(0, 15));
    }
}
