package systole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final int LARGEST = 1_500_000;

    @TempDir
    private Path folder;

    private SampleReport sample() {
        return SampleReport.in(folder);
    }

    /** What the page says without its style, scripts and library. */
    private static String body(String page) {
        return page.substring(page.indexOf("<body>"), page.indexOf("<script"));
    }

    @Test
    void theSameDesignGivesTheSameBytesWhereverItLies() {
        SampleReport here = SampleReport.in(folder.resolve("here"));
        SampleReport there = SampleReport.in(folder.resolve("quite/another/place"));
        assertEquals(here.render(), there.render());
        assertFalse(here.render().contains(folder.toString()));
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        SampleReport sample = sample();
        Report.write(sample.design(), sample.folder());
        String page = Files.readString(folder.resolve("report.html"));
        assertTrue(page.getBytes(StandardCharsets.UTF_8).length < LARGEST);
        Pattern load =
                Pattern.compile("<(script|img|iframe)[^>]*\\ssrc|<link|@import|url\\((?!#)|(?<!data-)href=\"(?!#)");
        assertFalse(load.matcher(page.substring(0, page.indexOf("<script>"))).find());
    }

    @Test
    void everyUnitIsInTheGraphAndInATable() {
        SampleReport sample = sample();
        String body = body(sample.render());
        sample.design().units().forEach(unit -> {
            assertTrue(body.contains("data-unit=\"" + unit.name() + "\""), unit.name());
            assertTrue(body.contains("<th scope=\"row\">" + unit.name()), unit.name());
        });
    }

    @Test
    void aDesignThatWasNotSimulatedSaysSo() {
        String body = body(sample().render());
        assertTrue(body.contains("class=\"verdict open\">Not simulated yet"));
        assertFalse(body.contains("Synthesized</th><th>DSP"));
    }

    @Test
    void resultsAreShownBesidePredictions() {
        SampleReport sample = sample();
        sample.simulated("verilator", 0, 0);
        sample.simulated("iverilog", 30, 0);
        sample.synthesized();
        String body = body(sample.render());
        assertTrue(
                body.contains("class=\"verdict good\">Bit-exact in simulation: 8 frames, 24,000 beats, no mismatch"));
        assertTrue(body.contains("<td>98,765</td>"));
        assertEquals(
                sample.design().engines().count() + 1,
                Pattern.compile("<td>4,321</td>").matcher(body).results().count(),
                "flip-flops of each engine and of all");
        assertTrue(body.contains("interval as predicted") && body.contains("both sides pause at random"));
    }

    @Test
    void pathsAreShownWithTheirCells() {
        SampleReport sample = sample();
        assertFalse(body(sample.render()).contains("id=\"timing\""), "nothing is known before the synthesis");
        sample.timed();
        String body = body(sample.render());
        assertTrue(body.contains("estimated to take 3.10 ns (Artix-7 fabric, speed grade -1)"), body);
        assertTrue(body.contains("<th scope=\"row\">u_mac</th><td>3.10</td><td>1.50</td><td>1.60</td><td>1</td>"));
        assertTrue(
                body.contains(
                        "<tr><td>12</td><td>1.60</td><td class=\"text\">LUT6</td><td class=\"text\">I5</td><td>0.90</td></tr>"));
        sample.synthesized();
        assertTrue(body(sample.render()).contains("How long paths take is not estimated"));
    }

    @Test
    void aMismatchIsShownAndItsTextStaysText() {
        SampleReport sample = sample();
        sample.simulated("verilator", 0, 3);
        sample.simulated("iverilog", 0, 0);
        String body = body(sample.render());
        assertTrue(body.contains("class=\"verdict bad\">1 of 2 simulations failed"));
        assertTrue(body.contains("frame 2, pixel (3, 5), channel 7: expected 11, got &lt;b&gt;x&lt;/b&gt;"));
    }

    /** A result holds for the hardware that it was found with, and for no other. */
    @Test
    void resultsOfOtherHardwareAreNotShown() throws IOException {
        SampleReport sample = sample();
        sample.simulated("verilator", 0, 0);
        sample.synthesized();
        Path top = sample.folder().rtl().resolve("tiny.v");
        Files.writeString(top, Files.readString(top) + "// changed\n");
        String body = body(sample.render());
        assertTrue(body.contains("Not simulated yet"));
        assertTrue(body.contains("The hardware has changed since: 2 older results are not shown."));
    }

    @Test
    void sharesOfAllUnitsMakeUpTheWhole() {
        SampleReport sample = sample();
        for (boolean synthesized : List.of(false, true)) {
            if (synthesized) {
                sample.synthesized();
            }
            Breakdown breakdown = new Breakdown(
                    sample.design(), Results.of(sample.folder().root()).synthesis());
            for (int i = 0; i < breakdown.columns().size(); i++) {
                int column = i + 1;
                ChipResource resource = breakdown.columns().get(i);
                long sum = breakdown.rows().stream()
                        .mapToLong(row ->
                                Long.parseLong(row.shares().get(column).value().replace(",", "")))
                        .sum();
                assertEquals(
                        (long) resource.synthesized().or(resource::predicted).orElseThrow(), sum, resource.name());
            }
            assertEquals(
                    sample.design().engines().count() + (synthesized ? 1 : 0),
                    breakdown.rows().size());
        }
    }

    /** Tables are sorted by the number that a cell's text begins with. */
    @Test
    void aShareSortsByItsValue() {
        SampleReport sample = sample();
        String body = body(sample.render());
        long values = Pattern.compile("<td class=\"share\"[^>]*>[0-9,]+ <small>[0-9.]+ %</small></td>")
                .matcher(body)
                .results()
                .count();
        assertEquals(body.split("<td class=\"share\"", -1).length - 1, values);
        assertTrue(values >= 2 * sample.design().engines().count());
    }

    @Test
    void theAccuracyIsThatOfTheMostLabelledFrames() {
        SampleReport sample = sample();
        sample.simulated("verilator", 0, 0);
        assertFalse(body(sample.render()).contains("Accuracy"));
        sample.labelled("verilator", 30, 64, 0.875);
        sample.labelled("iverilog", 0, 4, 1);
        assertTrue(body(sample.render())
                .contains("<h2>Accuracy, top-1</h2><strong>87.5 %</strong><p>of 64 labelled frames</p>"));
    }

    @Test
    void aLaterRunOfTheSameKindTakesThePlaceOfTheEarlier() {
        SampleReport sample = sample();
        sample.simulated("verilator", 0, 3);
        sample.simulated("verilator", 0, 0);
        assertEquals(1, Results.of(sample.folder().root()).runs().size());
        assertTrue(body(sample.render()).contains("verdict good"));
    }

    @Test
    void figuresReadWell() {
        assertEquals("1,234,567", Figures.count(1_234_567));
        assertEquals("7,056", Figures.decimal(7056, 1));
        assertEquals("7,056.5", Figures.decimal(7056.5, 1));
        assertEquals("1,000", Figures.decimal(1000, 0));
        assertEquals("97.6 %", Figures.percent(0.976));
        assertEquals("87.7 µs", Figures.time(87.66e-6));
        assertEquals("1.25 ms", Figures.time(1.25e-3));
        assertEquals("2.5 s", Figures.time(2.5));
        assertEquals("720 bit", Figures.bits(720));
        assertEquals("18 Kbit", Figures.bits(18_432));
    }
}
