package systole.rtl;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renames identifiers and macros in Verilog, token by token. Comments, strings, numbers, directives and system tasks stay as
 * they are.
 *
 * @param names for each identifier that is renamed, its new name
 * @param macros for each macro that is renamed, its new name
 */
record Renamer(Map<String, String> names, Map<String, String> macros) {
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/" // comments
                    + "|\"(?:[^\"\\\\\n]|\\\\.)*+\""
                    + "|'[sS]?[bodhBODH]\\s*[0-9a-fA-FxXzZ?_]+|[0-9][0-9A-Za-z_.]*" // numbers
                    + "|`(?:(?:ifn?def|elsif|define|undef)\\s+)?(?<macro>[A-Za-z_][A-Za-z0-9_]*)" // macros and
                    // directives
                    + "|[$][A-Za-z_][A-Za-z0-9_$]*" // system tasks
                    + "|\\\\(?<escaped>\\S+)"
                    + "|(?<identifier>[A-Za-z_][A-Za-z0-9_$]*)",
            Pattern.DOTALL);

    Renamer {
        names = Map.copyOf(names);
        macros = Map.copyOf(macros);
    }

    /** The same Verilog with other names. */
    String rename(String verilog) {
        StringBuilder renamed = new StringBuilder();
        Matcher token = TOKEN.matcher(verilog);
        while (token.find()) {
            token.appendReplacement(renamed, Matcher.quoteReplacement(renamed(token)));
        }
        return token.appendTail(renamed).toString();
    }

    private String renamed(Matcher token) {
        String macro = token.group("macro");
        if (macro != null) {
            String before = token.group().substring(0, token.group().length() - macro.length());
            return before + macros.getOrDefault(macro, macro);
        }
        String escaped = token.group("escaped");
        if (escaped != null) {
            return '\\' + names.getOrDefault(escaped, escaped);
        }
        return names.getOrDefault(token.group(), token.group());
    }

    /** All identifiers in Verilog, keywords included. */
    static Set<String> identifiers(String verilog) {
        Set<String> found = new TreeSet<>();
        Matcher token = TOKEN.matcher(verilog);
        while (token.find()) {
            if (token.group("identifier") != null) {
                found.add(token.group());
            }
        }
        return found;
    }
}
