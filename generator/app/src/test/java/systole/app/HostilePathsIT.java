package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.tool.Command;

/** Models and designs may lie in any folder. Nothing of its name is a command, an option or a list. */
class HostilePathsIT {
    /** It has what shells, make, Tcl, Yosys and Verilog give a meaning to. */
    private static final String NAME = "a b; exec -- touch x; \"'`$(touch x)${HOME}[touch x]#%é*\\ -o {";

    @TempDir
    Path folder;

    @Test
    void everyCommandWorksThere() throws IOException {
        Path here = Files.createDirectories(folder.resolve(NAME));
        Path model = Shell.tiny(here);
        Path frames = here.resolve("frames.npy");
        Path json = here.resolve("result.json");
        Shell.npy(frames, List.of(1, 3, 2, 4), new long[24]);
        Path out = here.resolve("out");
        Shell.succeed("check", model);
        Shell.succeed("info", model);
        Shell.succeed("golden", model, "--inputs", frames, "--outputs", here.resolve("outputs.npy"));
        Shell.succeed("build", model, "--out", out);
        Shell.succeed("lint", model, "--out", out);
        Shell.succeed("sim", model, "--out", out, "--inputs", frames, "--json", json, "--trace");
        Shell.succeed(
                "sim",
                model,
                "--out",
                out,
                "--simulator",
                "iverilog",
                "--expect",
                here.resolve("outputs.npy"),
                "--inputs",
                frames);
        Shell.succeed("synth", model, "--out", out, "--json", json);
        Shell.succeed("board", model, "--board", "basys3", "--out", out);
        Shell.succeed("board", model, "--board", "pynq-z2", "--out", here.resolve("driver"));
        assertEquals(0, make(here.resolve("driver/driver")).exitStatus());
        assertEquals(List.of("driver", "frames.npy", "out", "outputs.npy", "result.json", "tiny.net"), names(here));
        assertEquals(List.of(NAME, "make.log"), names(folder));
    }

    /** The bare objects for a processor of this machine. */
    private Command.Outcome make(Path driver) {
        return new Command(
                        List.of("make", "CROSS=", "tiny.o"),
                        driver,
                        folder.resolve("make.log"),
                        java.time.Duration.ofMinutes(1))
                .run();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
