package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares the Verilog of two designs token by token. They may differ in names, but no two things may share one. */
final class SameHardware {
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[A-Za-z_$'][A-Za-z0-9_$]*|\\S");

    private final Map<String, String> expected;
    private final Map<String, String> actual;
    /** By module of the first design, the module of the second. */
    private final Map<String, String> modules = new HashMap<>();

    private SameHardware(List<GeneratedFile> expected, List<GeneratedFile> actual) {
        this.expected = byPath(expected);
        this.actual = byPath(actual);
    }

    /** Checks all that lies below a top module, that all modules have names of their own, and that there is no more. */
    static void check(String top, List<GeneratedFile> expected, String otherTop, List<GeneratedFile> actual) {
        SameHardware pair = new SameHardware(expected, actual);
        pair.module(top, otherTop);
        assertEquals(pair.modules.size(), Set.copyOf(pair.modules.values()).size(), pair.modules::toString);
        assertEquals(pair.expected.keySet().size(), pair.actual.keySet().size());
        assertEquals(
                pair.actual.keySet().stream().filter(p -> p.endsWith(".v")).collect(Collectors.toSet()),
                pair.modules.values().stream().map(m -> "rtl/" + m + ".v").collect(Collectors.toSet()));
    }

    private void module(String name, String other) {
        String known = modules.putIfAbsent(name, other);
        assertEquals(other, known == null ? other : known, name);
        if (known != null) {
            return;
        }
        List<String> tokens = tokens(expected.get("rtl/" + name + ".v"));
        List<String> others = tokens(actual.get("rtl/" + other + ".v"));
        assertEquals(tokens.size(), others.size(), name);
        Map<String, String> there = new HashMap<>();
        Map<String, String> back = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String twin = others.get(i);
            String context = name + " at " + tokens.subList(Math.max(0, i - 10), i + 1) + " is " + twin;
            if (isModule(tokens, i)) {
                module(token, twin);
                continue;
            }
            if (i > 0 && tokens.get(i - 1).equals(".")) {
                assertEquals(token, twin, context);
                continue;
            }
            assertEquals(twin, there.computeIfAbsent(token, t -> twin), context);
            assertEquals(token, back.computeIfAbsent(twin, t -> token), context);
            if (token.matches("\"\\w+\\.[\\w.]*\"")) {
                assertEquals(memories(expected, token), memories(actual, twin), context);
            } else if (!token.matches("[A-Za-z_]\\w*")) {
                assertEquals(token, twin, context);
            }
        }
    }

    /** Modules have a name space of their own in Verilog, so that a wire may be called like one. */
    private boolean isModule(List<String> tokens, int i) {
        return expected.containsKey("rtl/" + tokens.get(i) + ".v")
                && (tokens.get(i - 1).equals("module")
                        || tokens.get(i + 1).equals("#")
                        || (tokens.get(i + 1).matches("\\w+")
                                && tokens.get(i + 2).equals("(")));
    }

    /** The contents of the files whose names begin as a string says, by the rest of their names. */
    private static Map<String, String> memories(Map<String, String> files, String quoted) {
        String stem = "rtl/" + quoted.replace("\"", "");
        Map<String, String> contents = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(stem))
                .collect(Collectors.toMap(file -> file.getKey().substring(stem.length()), Map.Entry::getValue));
        assertFalse(contents.isEmpty(), quoted);
        return contents;
    }

    private static List<String> tokens(String verilog) {
        assertNotNull(verilog);
        return TOKEN.matcher(verilog.replaceAll("//[^\n]*", ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Map<String, String> byPath(List<GeneratedFile> files) {
        return files.stream()
                .filter(f -> f.path().startsWith("rtl/"))
                .collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content));
    }
}
