package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.Systole;
import systole.frames.Frames;
import systole.network.Network;
import systole.tool.Command;
import systole.tool.StreamFormat;
import systole.tool.VectorFile;

/** What docs/integration.md says about designs in designs of others, as far as the tools of {@code make setup} can tell. */
class OtherFlowsIT {
    /** The programs that this test runs as the page does. */
    static final List<String> PROGRAMS = List.of("verilator", "iverilog", "yosys");

    private static final String PAGE = "docs/integration.md";
    private static final int FRAMES = 1;

    @TempDir
    private Path folder;

    /** The commands of the page find the memories, and none does where the macro names a folder without them. */
    @Test
    void theMacroNamesThePlaceOfTheMemories() throws IOException {
        build("motion");
        List<String> commands = Documentation.commands(PROGRAMS);
        assertEquals(PROGRAMS.size(), commands.size());
        commands.forEach(command -> assertEquals("", shell(command).output(), command));
        String yosys = commands.get(2);
        Path rom = Files.writeString(
                folder.resolve("rom.v"),
                """
                module rom;
                    reg clk = 0;
                    wire [255:0] data;
                    motion_rom #(.WIDTH(256), .DEPTH(1), .AW(1), .FILE("motion_scores.q0.mem")) u (clk, 1'b0, data);
                    initial begin #1 clk = 1; #1 $display("%h", data); $finish; end
                endmodule
                """);
        Files.writeString(folder.resolve("rtl-out/motion/rtl/motion_scores.q0.mem"), "1234\n");
        String sources = rom + " rtl-out/motion/rtl/motion_rom.v";
        // Verilator's program looks for the file when it runs, so that it is enough to run it elsewhere.
        String verilator =
                "verilator --binary -Wno-fatal --top-module rom '+define+MOTION_MEM_DIR=\"rtl-out/motion/rtl\"' "
                        + sources + " -o rom >log && obj_dir/rom";
        String icarus = "iverilog -s rom -o rom.vvp '-DMOTION_MEM_DIR=\"rtl-out/motion/rtl\"' " + sources
                + " && vvp -n rom.vvp";
        for (String simulator : List.of(verilator, icarus)) {
            String found = shell(simulator).output();
            assertTrue(found.contains("001234"), found);
        }
        for (String simulator : List.of("cd rtl-out && ../obj_dir/rom", "cd rtl-out && vvp -n ../rom.vvp")) {
            String elsewhere = shell(simulator).output();
            assertTrue(elsewhere.contains("motion_scores.q0.mem") && !elsewhere.contains("001234"), elsewhere);
        }
        assertNotEquals(
                0,
                shell(yosys.replace("=\"rtl-out/motion/rtl\"", "=\"rtl-out\"")).exitStatus());
    }

    /** Both designs of the page's module compute what they should, at the same time, each from memories of its own. */
    @Test
    void twoNetworksWorkInOneDesign() throws IOException {
        Files.writeString(folder.resolve("two.v"), Documentation.only(PAGE, "verilog"));
        Path bench = Shell.root().resolve("generator/app/src/test/resources/two_tb.v");
        StringBuilder command = new StringBuilder("iverilog -g2005 -s tb -o two.vvp two.v " + bench);
        for (String name : List.of("motion", "separable")) {
            Path design = build(name);
            Network network = Systole.standard().read(Shell.example(name)).network();
            Frames inputs = Frames.random(network.input(), FRAMES, 1);
            vectors(design, name + "_in.hex", network, inputs);
            vectors(design, name + "_out.hex", network, Systole.standard().golden(network, inputs));
            command.append(" '-D").append(name.toUpperCase(Locale.ROOT));
            command.append("_MEM_DIR=\"rtl-out/")
                    .append(name)
                    .append("/rtl\"' -y rtl-out/")
                    .append(name)
                    .append("/rtl");
        }
        command.append(" && vvp -n two.vvp");
        String passed = shell(command.toString()).output();
        assertTrue(passed.strip().endsWith("PASS"), passed);
        Path expected = folder.resolve("separable_out.hex");
        String right = Files.readString(expected);
        Files.writeString(expected, (right.charAt(1) == '0' ? "01" : "00") + right.substring(2));
        String failed = shell("vvp -n two.vvp").output();
        assertTrue(failed.strip().endsWith("FAIL"), failed);
    }

    private void vectors(Path design, String file, Network network, Frames frames) throws IOException {
        JsonNode ports = ports(design, network.name());
        boolean in = file.endsWith("_in.hex");
        int bytes =
                ports.path(in ? "s_axis_tdata" : "m_axis_tdata").path("bits").size() / 8;
        var type = (in ? network.inputType() : network.outputType()).element().type();
        VectorFile.write(
                folder.resolve(file),
                frames.list(),
                new StreamFormat(bytes / type.bytes(), type.bytes(), type.signed()));
    }

    /** IP-XACT has the ports that Yosys reads in the Verilog. Its Python is Python. */
    @Test
    void theDescriptionsAreOfTheVerilog() throws IOException {
        Path design = folder.resolve("rtl-out/motion");
        Shell.succeed("board", Shell.example("motion"), "--board", "zedboard", "--bus-clock", "50", "--out", design);
        for (String module : List.of("motion", "motion_axi")) {
            Map<String, String> described =
                    new TreeMap<>(IpXact.read(design, module).ports());
            Map<String, String> real = new TreeMap<>();
            ports(design, module)
                    .properties()
                    .forEach(p -> real.put(
                            p.getKey(),
                            p.getValue().path("direction").asText().replace("put", "") + " "
                                    + p.getValue().path("bits").size()));
            assertEquals(real, described);
        }
        try (Stream<Path> files = Files.walk(design)) {
            List<Path> python = files.filter(f -> f.toString().endsWith(".py")).toList();
            assertTrue(python.stream().anyMatch(f -> f.endsWith("litex/motion_axi_litex.py")), python::toString);
            assertTrue(python.stream().anyMatch(f -> f.endsWith("cocotb/test_motion.py")), python::toString);
            for (Path file : python) {
                assertEquals("", shell("/usr/bin/python3 -m py_compile " + file).output());
            }
        }
    }

    private JsonNode ports(Path design, String module) throws IOException {
        Path json = folder.resolve(module + ".json");
        shell("yosys -q -p 'read_verilog " + design + "/rtl/" + module + ".v; proc; write_json " + json + "'");
        return new ObjectMapper().readTree(json.toFile()).at("/modules/" + module + "/ports");
    }

    private Path build(String example) {
        Path design = folder.resolve("rtl-out").resolve(example);
        Shell.succeed("build", Shell.example(example), "--out", design);
        return design;
    }

    private Command.Outcome shell(String command) {
        return new Command(List.of("sh", "-c", command), folder, folder.resolve("shell.log"), Duration.ofMinutes(5))
                .run();
    }
}
