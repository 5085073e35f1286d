package systole.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;
import systole.tool.Command;

/** A folder with the whole library, in which modules are linted alone: both tools, every warning. */
record Lint(Path folder) {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    static Lint in(Path folder) throws IOException {
        Templates templates = new Templates();
        for (Path template : TemplateStyleTest.library()) {
            String file = template.getFileName().toString();
            String text = templates.render("rtl/" + file, Map.of());
            Files.writeString(folder.resolve(file.replace(".ftl", "")), text);
        }
        return new Lint(folder);
    }

    void add(List<GeneratedFile> files) throws IOException {
        for (GeneratedFile file : files) {
            Files.writeString(folder.resolve(Path.of(file.path()).getFileName()), file.content());
        }
    }

    /** The names of all Verilog files in the folder, sorted. */
    List<String> sources() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".v"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tools complain about; empty if nothing. */
    List<String> problems(String module, Map<String, String> parameters) {
        List<String> verilator =
                new ArrayList<>(List.of("verilator", "--lint-only", "-Wall", "-y", ".", "--top-module", module));
        List<String> icarus =
                new ArrayList<>(List.of("iverilog", "-g2005", "-Wall", "-t", "null", "-y", ".", "-s", module));
        new TreeMap<>(parameters).forEach((name, value) -> {
            verilator.add("-G" + name + "=" + value);
            icarus.add("-P" + module + "." + name + "=" + value);
        });
        List<String> problems = new ArrayList<>(run(verilator, module));
        problems.addAll(run(icarus, module));
        return problems;
    }

    private List<String> run(List<String> words, String module) {
        List<String> all = new ArrayList<>(words);
        all.add(module + ".v");
        Path log = folder.resolve("logs").resolve(words.get(0) + ".log");
        return new Command(all, folder, log, TIMEOUT).run().output().lines().toList();
    }
}
