package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.tool.Command;
import systole.tool.netlist.Primitives;

/** {@code open/Makefile} with Yosys, and with stand-ins for the rest of openXC7, which keep what they were told. */
class OpenFlowIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private BoardFolder design;

    @BeforeEach
    void aKit() throws IOException {
        design = BoardFolder.tiny(folder, "basys3");
        standIn("nextpnr-xilinx", "while [ $1 != --fasm ]; do shift; done; echo fasm > $2");
        standIn("python3", "true");
        standIn("bbasm", "echo database > $3");
        standIn("fasm2frames", "echo frames");
        standIn("xc7frames2bit", "while [ $1 != --output_file ]; do shift; done; echo bits > $2");
    }

    private void standIn(String name, String script) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(
                program, "#!/bin/sh\necho " + name + " \"$@\" >> " + folder.resolve("told") + "\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs make and returns what the stand-ins were told. */
    private List<String> make(String variables) throws IOException {
        Files.writeString(folder.resolve("told"), "");
        String command = "PATH=" + folder.resolve("bin") + ":$PATH " + variables + " make -C open";
        new Command(List.of("sh", "-c", command), design.path(), folder.resolve("make.log"), TIMEOUT).succeed();
        return Files.readAllLines(folder.resolve("told"));
    }

    @Test
    void aBitstreamIsMade() throws IOException {
        String where = "PRJXRAY_DB_DIR=/db ARTIX7_CHIPDB=" + folder.resolve("chips");
        List<String> told = make(where);
        String chip = folder.resolve("chips/xc7a35tcpg236.bin").toString();
        assertEquals(
                List.of("python3", "bbasm", "nextpnr-xilinx", "fasm2frames", "xc7frames2bit"),
                told.stream().map(line -> line.split(" ")[0]).toList());
        assertTrue(told.get(0).contains(" --xray /db/artix7 --device xc7a50t "), told::toString);
        assertTrue(told.get(2).contains(" --chipdb " + chip + " "), told::toString);
        assertTrue(told.get(2).contains(" --freq 100 "), told::toString);
        assertEquals("fasm2frames --part xc7a35tcpg236-1 --db-root /db/artix7 build/tiny_top.fasm", told.get(3));
        assertEquals("bits\n", Files.readString(design.path().resolve("open/build/tiny_top.bit")));
        assertFlat();
        assertEquals(List.of(), make(where), "all is there");
    }

    /** The netlist is one module of primitives, with pads. */
    private void assertFlat() throws IOException {
        JsonNode cells = new ObjectMapper()
                .readTree(design.path().resolve("open/build/tiny_top.json").toFile())
                .path("modules")
                .path("tiny_top")
                .path("cells");
        Set<String> types = new TreeSet<>();
        cells.forEach(cell -> types.add(cell.path("type").asText()));
        assertTrue(types.contains("IBUF") && types.contains("MMCME2_BASE") && types.contains("FDRE"), types::toString);
        List<String> others = new ArrayList<>(types);
        others.removeAll(Primitives.names());
        assertEquals(List.of(), others);
    }

    /** What openXC7 has now in place of two programs of Project X-Ray. */
    @Test
    void itsOwnAssemblerIsTakenIfThereIsOne() throws IOException {
        standIn("fpga-as", "echo bits");
        Path chips = Files.createDirectories(folder.resolve("chips"));
        Files.writeString(chips.resolve("xc7a35tcpg236.bin"), "database\n");
        List<String> told = make("PRJXRAY_DB_DIR=/db CHIPDB=" + chips + " SYNTH_OPTS= PNR_OPTS=--quiet");
        assertEquals(2, told.size(), told::toString);
        assertTrue(told.get(0).startsWith("nextpnr-xilinx") && told.get(0).endsWith(" --quiet"), told::toString);
        assertEquals("fpga-as --prjxray_db_path=/db/artix7 --part xc7a35tcpg236-1 build/tiny_top.fasm", told.get(1));
        assertFlat();
    }
}
