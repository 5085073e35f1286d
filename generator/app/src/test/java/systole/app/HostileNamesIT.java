package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.data.NpyArray;
import systole.data.Npz;

/** Networks and layers may be called like anything that a design has, or that a tool knows, whatever they come from. */
class HostileNamesIT {
    @TempDir
    private Path folder;

    private Shell passes(Path model, String name) {
        Shell shell = Shell.succeed("sim", model, "--random", 4, "--out", folder.resolve("d"));
        assertTrue(shell.out().contains("PASS  " + name + ": 4 frames"), shell.out());
        return shell;
    }

    @ParameterizedTest
    @CsvSource({
        "mem-name-collision/silent.net, n",
        "mem-name-collision/mem_w0.net, n",
        "mem-name-collision/mem_q0.net, n",
        "network-named-systole/sys_conv.net, systole",
        "network-named-systole/sys_lib.net, systole"
    })
    void whatOnceCollidedPasses(String file, String name) {
        passes(Shell.usage(file), name);
    }

    /** A network whose last layer is called {@code class}. */
    @Test
    void whatOnceWasRefusedPasses() throws IOException {
        Path file = Files.copy(Shell.usage("readme-tiny/tiny.net"), folder.resolve("tiny.net"));
        Shell.readmeWeights(folder);
        passes(file, "tiny");
    }

    @ParameterizedTest
    @CsvSource({"axi, zedboard", "axi, arty-a7-100t", "uart, zedboard", "uart, arty-a7-100t"})
    void whatOnceOverwroteTheShellIsClean(String network, String board) {
        Path file = Shell.usage("shell-name-collision/" + network + ".net");
        assertEquals("", BoardFolder.write(file, board, folder.resolve("d")).lint());
    }

    /** Only the hardware gets other names; people and programs see those of the network. */
    @Test
    void keywordsMayBeNames() throws IOException {
        Npz.write(
                new TreeMap<>(Map.of("w", NpyArray.ofLongs(List.of(2, 1, 1, 2), 1, 2, 3, 4))), folder.resolve("w.npz"));
        Path file = Shell.write(
                folder.resolve("x.net"),
                """
                network class
                input input : int8[4, 4, 2]
                build   = conv2d(input, weights = "w.npz:w", requant = pow2(shift = 4)) -> int8
                module  = maxpool2d(build, kernel = 2)
                network = flatten(module)
                output  = argmax(network)
                output output
                """);
        passes(file, "class");
        String plan = Files.readString(folder.resolve("d/plan.json"));
        for (String name : List.of("\"design\" : \"class\"", "\"bottleneck\" : ", "\"name\" : \"module\"")) {
            assertTrue(plan.contains(name), plan);
        }
        assertTrue(Files.readString(folder.resolve("d/rtl/class_1.v")).contains("class_1_module u_module ("));
        BoardFolder.write(file, "pynq-z2", folder.resolve("board"));
        assertTrue(Files.exists(folder.resolve("board/driver/class_1.h")));
        assertTrue(Files.readString(folder.resolve("board/README.md")).startsWith("# class on the "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"systole", "class", "systole_fifo", "signal", "a b;c"})
    void filesMayBeCalledLikeAnything(String name) throws IOException {
        for (String model : List.of("digits.tflite", "shapes.onnx")) {
            Path source =
                    Shell.root().resolve("generator/app/src/test/resources").resolve(model);
            Path copy = folder.resolve(name + model.substring(model.indexOf('.')));
            Files.copy(source, copy);
            Shell.succeed("lint", copy, "--out", folder.resolve(model));
        }
    }
}
