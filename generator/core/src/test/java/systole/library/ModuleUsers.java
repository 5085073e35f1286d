package systole.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.Repository;
import systole.rtl.LibraryModules;

/** Who instantiates the library's modules: other modules, the templates of units, and the top level. */
final class ModuleUsers {
    private static final Path TEMPLATES = Repository.root().resolve("templates");
    private static final Path SOURCES = Repository.root().resolve("generator/core/src/main/java");
    private static final Pattern MODULE = Pattern.compile("\\bsystole_[a-z]+\\b");
    private static final Pattern MACRO = Pattern.compile("<#macro (\\w+).*?</#macro>", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("<@m\\.(\\w+)");
    /** Java names the modules that it instantiates in the top level. */
    private static final Pattern LITERAL = Pattern.compile("\"systole_[a-z]+\"");

    /** By the user's name, its Verilog. */
    private final Map<String, String> users = new TreeMap<>();

    ModuleUsers() {
        Library.modules().forEach(module -> users.put(module, code(LibraryModules.text(module))));
        Map<String, String> macros = MACRO.matcher(read(TEMPLATES.resolve("unit/macros.ftl")))
                .results()
                .collect(Collectors.toMap(macro -> macro.group(1), MatchResult::group));
        for (Path unit : files(TEMPLATES.resolve("unit"), ".v.ftl")) {
            String text = read(unit);
            String called = CALL.matcher(text)
                    .results()
                    .map(call -> macros.get(call.group(1)))
                    .collect(Collectors.joining());
            users.put(unit.getFileName().toString().replace(".v.ftl", ""), code(text + called));
        }
        String named = files(SOURCES, ".java").stream()
                .flatMap(source -> LITERAL.matcher(read(source)).results())
                .map(MatchResult::group)
                .collect(Collectors.joining(" "));
        users.put("the top level", code(read(TEMPLATES.resolve("top/top.v.ftl"))) + named);
    }

    /** Sorted by name, the top level last. */
    List<String> of(String module) {
        return users.entrySet().stream()
                .filter(user -> !user.getKey().equals(module))
                .filter(user -> MODULE.matcher(user.getValue()).results().anyMatch(name -> name.group()
                        .equals(module)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Without comments, which may speak of modules that are not instantiated. */
    private static String code(String text) {
        return text.replaceAll("//[^\n]*", "");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
