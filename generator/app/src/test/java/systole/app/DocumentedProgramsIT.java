package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every block of Java in the README and in the pages of {@code docs} is compiled. Whole programs are also run as they stand
 * there.
 */
class DocumentedProgramsIT {
    private static final String STATEMENTS = "Statements";
    private static final Pattern NAME = Pattern.compile("(?m)^class (\\w+) \\{");
    private static final Path MODELS = Shell.root().resolve("generator/app/src/test/resources");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    /** What each program is started with. */
    private static final Map<String, List<String>> ARGUMENTS = Map.of(
            "Readme", List.of(Shell.example("motion").toString()),
            "FromJava", List.of(),
            "FromTflite", List.of(model("digits.tflite")),
            "FromOnnx", List.of(model("shapes.onnx"), model("shapes.npz:inputs"), model("shapes.npz:outputs")),
            "ForBoard", List.of(Shell.example("motion").toString()));

    /** What stands around statements, with the values that they take from elsewhere. */
    private static final String AROUND =
            """
            import static systole.frontend.dsl.TypeSpec.int8;
            import static systole.frontend.dsl.TypeSpec.uint8;
            import static systole.layer.argmax.Argmax.argmax;
            import static systole.layer.conv2d.Conv2d.conv2d;
            import static systole.network.IntType.INT8;
            import static systole.network.Padding.Automatic.SAME;

            import systole.frontend.dsl.Flow;
            import systole.frontend.dsl.NetworkBuilder;
            import systole.layer.lstm.RealLstm;
            import systole.network.IntTensor;
            import systole.network.Network;
            import systole.network.Quantized;
            import systole.network.Requantization;

            class NAME {
                void statements(IntTensor w, Requantization r, double[][] kernel, double[][] recurrent, double[] bias,
                        RealLstm other, Flow sequence) {
            // statements
                }
            }
            """;

    @TempDir
    private Path folder;

    private static String model(String file) {
        return MODELS.resolve(file).toString();
    }

    @Test
    void theyCompileRunAndPass() throws IOException, InterruptedException {
        Map<String, Path> sources = sources();
        compile(List.copyOf(sources.values()));
        sources.keySet().removeIf(name -> name.startsWith(STATEMENTS));
        assertEquals(new TreeSet<>(ARGUMENTS.keySet()), sources.keySet());
        for (String program : sources.keySet()) {
            String said = run(program);
            boolean board = program.equals("ForBoard");
            assertTrue(said.contains(board ? "files; next: see" : "PASS  "), program + ": " + said);
        }
    }

    /** Writes each program, and statements with what they need around them, into a file of its own. */
    private Map<String, Path> sources() throws IOException {
        Map<String, Path> sources = new TreeMap<>();
        for (Documentation.Block block : Documentation.in("java")) {
            Optional<String> program =
                    NAME.matcher(block.text()).results().map(m -> m.group(1)).findFirst();
            String name = program.orElse(STATEMENTS + sources.size());
            String text = program.isPresent()
                    ? block.text()
                    : AROUND.replace("NAME", name).replace("// statements", block.text());
            sources.put(name, Files.writeString(folder.resolve(name + ".java"), text));
        }
        return sources;
    }

    private void compile(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-Xlint:all", "-proc:none", "-classpath", CLASS_PATH, "-d", folder.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertTrue(good, said::toString);
        }
    }

    private String run(String program) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                folder + File.pathSeparator + CLASS_PATH,
                program));
        words.addAll(ARGUMENTS.get(program));
        Path log = folder.resolve(program + ".log");
        int exit = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log);
        assertEquals(0, exit, program + ": " + said);
        return said;
    }
}
