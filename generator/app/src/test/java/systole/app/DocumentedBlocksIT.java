package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import systole.app.Documentation.Block;
import systole.rtl.Origin;
import systole.tool.Command;

/** Every block of code on every page is in a language that is tried here, or by the test that is named here. */
class DocumentedBlocksIT {
    private static final Pattern TARGET = Pattern.compile("(?m)^([a-z-]+):.*##");
    private static final String WORDS = "text";

    @TempDir
    private Path folder;

    /** Tries a block. */
    @FunctionalInterface
    private interface Trial {
        void of(Block block) throws Exception;
    }

    private Map<String, Trial> trials() {
        return Map.of(
                WORDS,
                DocumentedBlocksIT::isNoCode,
                "sh",
                DocumentedBlocksIT::commandsAreTried,
                "net",
                this::isRead,
                "java",
                block -> {}, // DocumentedProgramsIT compiles all
                "verilog",
                block -> {}, // OtherFlowsIT simulates the only one
                "c",
                this::compilesAsC,
                "python",
                this::compilesAsPython,
                "xml",
                this::isADependency);
    }

    @Test
    void everyBlockIsTried() throws Exception {
        Map<String, Trial> trials = trials();
        Set<String> tried = new TreeSet<>();
        for (Block block : Documentation.blocks()) {
            Trial trial = trials.get(block.language());
            assertTrue(trial != null, () -> "nothing tries a block of '" + block.language() + "' in " + block);
            trial.of(block);
            tried.add(block.language());
        }
        assertEquals(trials.keySet(), tried);
        assertEquals(1, Documentation.in("verilog").size());
    }

    @Test
    void blocksAreFound() {
        List<Block> blocks = Documentation.blocks("p.md", "a\n```\nb\n```\n```c\nint x;\n```\n");
        assertEquals(List.of(new Block("p.md", "", "b\n"), new Block("p.md", "c", "int x;\n")), blocks);
        assertThrows(AssertionError.class, () -> Documentation.blocks("p.md", "```\nb\n"));
        assertFalse(trials().containsKey(""));
    }

    @Test
    void wrongBlocksAreRefused() {
        for (Block wrong : List.of(
                new Block("p.md", WORDS, "./systole sim x.net\n"),
                new Block("p.md", "sh", "rm -r x\n"),
                new Block("p.md", "sh", "make nothing\n"),
                new Block("p.md", "python", "x = (\n"),
                new Block("p.md", "c", "motion_pack(frame);\n"),
                new Block("p.md", "net", "network x\n"),
                new Block("p.md", "xml", "<dependency><version>9</version></dependency>\n"))) {
            assertThrows(Throwable.class, () -> trials().get(wrong.language()).of(wrong), wrong::toString);
        }
    }

    /** Formulas, diagrams and output, but no commands that nobody tries. */
    private static void isNoCode(Block block) {
        block.text()
                .lines()
                .forEach(line -> assertFalse(line.strip().matches("(\\./|make |\\$ ).*"), block.page() + ": " + line));
    }

    /**
     * Commands of Systole are run by DocumentedCommandsIT, those of simulators and Yosys by OtherFlowsIT, those in
     * target/flows by OtherFlowsSoakIT. Targets of make are not run here, but the Makefile must have them.
     */
    private static void commandsAreTried(Block block) throws IOException {
        Set<String> targets = TARGET.matcher(Files.readString(Shell.root().resolve("Makefile")))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
        for (String line : block.text().lines().toList()) {
            List<String> words = List.of(line.split(" +"));
            boolean tried = words.get(0).equals("make")
                    ? targets.contains(words.get(1))
                    : words.get(0).equals("./systole")
                            || OtherFlowsIT.PROGRAMS.contains(words.get(0))
                            || OtherFlowsSoakIT.PROGRAMS.contains(words.get(0));
            assertTrue(tried, block.page() + ": " + line);
        }
    }

    private void isRead(Block block) throws IOException {
        Shell.readmeWeights(folder);
        Shell.succeed("check", Shell.write(folder.resolve("tiny.net"), block.text()));
    }

    /** The statements are compiled in a function, against the driver of examples/motion. */
    private void compilesAsC(Block block) throws IOException {
        Path design = folder.resolve("design");
        if (!Files.exists(design)) {
            Shell.succeed("board", Shell.example("motion"), "--board", "zedboard", "--out", design);
        }
        Path file = Files.writeString(
                folder.resolve("shown.c"),
                """
                #include "motion_xil.h"
                void shown(const int8_t *const *frames, uint8_t *const *results);
                void shown(const int8_t *const *frames, uint8_t *const *results) {
                """
                        + block.text()
                        + "}\n");
        run(
                "gcc",
                "-std=c99",
                "-Wall",
                "-Wextra",
                "-Wno-missing-field-initializers",
                "-Werror",
                "-I" + design.resolve("driver"),
                "-c",
                file.toString());
    }

    private void compilesAsPython(Block block) throws IOException {
        Path file = Files.writeString(folder.resolve("shown.py"), block.text());
        run("/usr/bin/python3", "-m", "py_compile", file.toString());
    }

    private void isADependency(Block block) throws ParserConfigurationException, IOException, SAXException {
        Element dependency = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(block.text())))
                .getDocumentElement();
        assertEquals("dependency", dependency.getTagName());
        assertEquals(
                Origin.systole(),
                dependency.getElementsByTagName("version").item(0).getTextContent());
        String artifact = dependency.getElementsByTagName("artifactId").item(0).getTextContent();
        String pom = Files.readString(Shell.root()
                .resolve("generator")
                .resolve(artifact.replace("systole-", ""))
                .resolve("pom.xml"));
        assertTrue(pom.contains("<artifactId>" + artifact + "</artifactId>"), artifact);
    }

    private void run(String... words) {
        new Command(List.of(words), folder, folder.resolve("log"), Duration.ofMinutes(2)).succeed();
    }
}
