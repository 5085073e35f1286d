package systole.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.Repository;
import systole.rtl.LibraryModules;

/** The page about the library says what the heads of the modules say, and these say all that the page shows. */
class ModulesPageTest {
    private static final Path PAGE = Repository.root().resolve("docs/modules.md");

    static List<String> modules() {
        return Library.modules();
    }

    /** The page is as it would be made now; to renew it: {@code -Dsystole.accept=true}. */
    @Test
    void thePageShowsTheLibrary() throws IOException {
        String page = new ModulesPage().text();
        if (Boolean.getBoolean("systole.accept")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "make golden accepts it");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aHeadSaysWhatThereIsToKnow(String module) {
        ModuleHeader header = ModuleHeader.of(module, LibraryModules.text(module));
        assertTrue(header.summary().endsWith("."), "the first line is a sentence: " + header.summary());
        List<String> labels = ModuleHeader.LABELS.stream()
                .filter(label -> !label.equals("Golden") || header.facts().containsKey(label))
                .toList();
        assertEquals(labels, List.copyOf(header.facts().keySet()), "a line for each, in this order");
        header.facts().forEach((label, fact) -> assertTrue(fact.endsWith("."), label + ": " + fact));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyParameterIsExplained(String module) {
        String text = LibraryModules.text(module);
        ModuleHeader header = ModuleHeader.of(module, text);
        assertEquals(
                text.lines()
                        .filter(line -> line.strip().startsWith("parameter "))
                        .count(),
                header.parameters().size());
        header.parameters().forEach(p -> assertFalse(p.meaning().isEmpty(), p.name()));
    }

    /** A class that was renamed is renamed there, too. */
    @ParameterizedTest
    @MethodSource("modules")
    void theGoldenModelsExist(String module) throws IOException {
        String golden =
                ModuleHeader.of(module, LibraryModules.text(module)).facts().getOrDefault("Golden", "");
        Set<String> named = Pattern.compile("\\b[A-Z]\\w+")
                .matcher(golden)
                .results()
                .map(name -> name.group() + ".java")
                .collect(Collectors.toSet());
        try (Stream<Path> sources = Files.walk(Repository.root().resolve("generator/core/src/main/java"))) {
            Set<String> names = sources.map(p -> p.getFileName().toString()).collect(Collectors.toSet());
            named.forEach(name -> assertTrue(names.contains(name), name));
        }
    }

    /** What nobody instantiates would be found in no design. */
    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleIsUsed(String module) {
        assertFalse(new ModuleUsers().of(module).isEmpty());
    }

    @Test
    void aHeadIsReadAsItIsWritten() {
        String text =
                """
                // systole_x: does something.
                // In detail.
                //   y = x
                // Latency: 1 cycle, or
                //   2.
                // Reset: none.
                `default_nettype none
                module systole_x #(
                    parameter integer WIDTH = 8,  // bits
                    parameter [WIDTH-1:0] INIT = {WIDTH{1'b0}}
                ) (
                """;
        ModuleHeader header = ModuleHeader.of("systole_x", text);
        assertEquals("does something.", header.summary());
        assertEquals(List.of("In detail.", "  y = x"), header.details());
        assertEquals("{Latency=1 cycle, or 2., Reset=none.}", header.facts().toString());
        assertEquals(
                List.of(
                        new ModuleHeader.Parameter("WIDTH", "8", "bits"),
                        new ModuleHeader.Parameter("INIT", "{WIDTH{1'b0}}", "")),
                header.parameters());
    }
}
