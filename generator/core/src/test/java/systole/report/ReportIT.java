package systole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report in a real browser. */
class ReportIT {
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 3000;

    @TempDir
    private Path folder;

    private SampleReport sample;
    private Path page;
    private Browser browser;

    @BeforeEach
    void write() throws IOException {
        sample = SampleReport.in(folder.resolve("design"));
        sample.simulated("verilator", 0, 0);
        sample.synthesized();
        Report.write(sample.design(), sample.folder());
        page = sample.folder().root().resolve("report.html");
        browser = new Browser(Files.createDirectories(folder.resolve("browser")));
    }

    /** The picture that a chart has drawn. */
    private static String drawn(String document, String chart) {
        int from = document.lastIndexOf("id=\"chart-" + chart + "\"");
        int to = document.indexOf("</svg>", from);
        assertTrue(from > 0 && to > from, chart + " is empty");
        return document.substring(from, to);
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void theChartsAreDrawnAndNothingComplains() {
        Browser.Page shown = browser.open(page);
        assertEquals(List.of(), shown.console());
        for (String chart : List.of("cycles", "chip", "resources", "roofline")) {
            assertTrue(count("<path", drawn(shown.document(), chart)) >= 8, chart);
        }
        sample.design().engines().forEach(engine -> {
            for (String chart : List.of("cycles", "resources")) {
                assertTrue(drawn(shown.document(), chart).contains(">" + engine.name() + "</text>"), engine.name());
            }
            if (engine.work().orElseThrow().macs() > 0) {
                assertTrue(drawn(shown.document(), "roofline").contains(engine.name()), engine.name());
            }
        });
        assertTrue(drawn(shown.document(), "resources").contains(">synthesized</text>"));
    }

    @Test
    void aScriptThatFailsIsNoticed() throws IOException {
        Files.writeString(page, Files.readString(page).replace("JSON.parse(", "JSON.misspelt("));
        Browser.Page shown = browser.open(page);
        assertFalse(shown.console().isEmpty());
        assertTrue(shown.console().get(0).contains("misspelt"), shown.console().get(0));
    }

    /** The kinds of multipliers of this design, and both bars of the resources, in the light style's colours. */
    @Test
    void thePictureShowsIt() throws IOException {
        Path png = folder.resolve("report.png");
        browser.picture(page, WIDTH, HEIGHT, png);
        BufferedImage image = ImageIO.read(png.toFile());
        assertEquals(WIDTH, image.getWidth());
        String css = Files.readString(page);
        for (String colour : List.of("card", "ink", "hot", "none", "predicted", "synthesized")) {
            String hex = css.replaceFirst("(?s).*?--" + colour + ": #([0-9a-f]{6});.*", "$1");
            assertTrue(pixels(image, Integer.parseInt(hex, 16)) > 100, colour + " #" + hex);
        }
    }

    private static long pixels(BufferedImage image, int colour) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).filter(rgb -> (rgb & 0xffffff) == colour).count();
    }
}
