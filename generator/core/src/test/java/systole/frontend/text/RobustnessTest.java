package systole.frontend.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import systole.diagnostic.DiagnosticPrinter;
import systole.diagnostic.RefusedException;
import systole.toy.ToyCatalog;
import systole.toy.ToyNetworks;

/** Whatever the text is: a network or a refusal with positions inside the text, never another exception. */
class RobustnessTest {
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n",
            "[",
            "]",
            "(",
            ")",
            ",",
            "=",
            "->",
            ":",
            "\"",
            "#",
            "-1",
            "1e400",
            "0",
            "99999999999999999999",
            "input",
            "output",
            "network",
            "fold",
            "scale",
            "zero",
            "int8",
            "uint99",
            "\"toy.npz:x\"",
            "\u0000",
            "\u00e9",
            "\ud83d\ude00",
            "image",
            "blend",
            "sum(image, image)",
            "[[1], [1, 2]]",
            "pow2(shift = 1)",
            "l0 = sum(l0, l0)");

    @Property
    void mutatedTextsAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        String text =
                new NetWriter(ToyCatalog.CATALOG).write(ToyNetworks.of(seed)).text();
        for (int i = 0; i < 4; i++) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(8));
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            text = text.substring(0, from) + piece + text.substring(to);
        }
        check(text);
    }

    @Property
    void anyCharactersAreReadOrRefused(@ForAll String text) {
        check(text);
    }

    private static void check(String text) {
        long lines = text.lines().count();
        try {
            new NetReader(ToyCatalog.CATALOG).read(text, "toy.net", Path.of("no-such-folder"));
        } catch (RefusedException e) {
            assertFalse(e.diagnostics().isEmpty());
            assertTrue(e.diagnostics().stream()
                    .allMatch(d -> d.where().line() >= 1 && d.where().line() <= lines + 1));
            DiagnosticPrinter.of(java.util.Map.of("toy.net", text)).print(e.diagnostics());
        }
    }
}
