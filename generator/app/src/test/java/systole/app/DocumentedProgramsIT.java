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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every Java program of the README and of the library's page is compiled and run as it stands there. */
class DocumentedProgramsIT {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");
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

    @TempDir
    private Path folder;

    private static String model(String file) {
        return MODELS.resolve(file).toString();
    }

    @Test
    void theyCompileRunAndPass() throws IOException, InterruptedException {
        Map<String, Path> sources = sources(List.of("README.md", "docs/library.md"));
        assertEquals(new TreeSet<>(ARGUMENTS.keySet()), sources.keySet());
        compile(List.copyOf(sources.values()));
        for (String program : sources.keySet()) {
            String said = run(program);
            boolean board = program.equals("ForBoard");
            assertTrue(said.contains(board ? "files; next: see" : "PASS  "), program + ": " + said);
        }
    }

    /** Writes each program into a file of its own. */
    private Map<String, Path> sources(List<String> pages) throws IOException {
        Map<String, Path> sources = new TreeMap<>();
        for (String page : pages) {
            String text = Files.readString(Shell.root().resolve(page));
            for (MatchResult block : BLOCK.matcher(text).results().toList()) {
                String program = block.group(1);
                String name = NAME.matcher(program)
                        .results()
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("this is no whole program: " + program))
                        .group(1);
                sources.put(name, Files.writeString(folder.resolve(name + ".java"), program));
            }
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
