package systole.app;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands of a constraint file as words: Tcl without substitution, which is all that Systole writes. Braces and
 * brackets stay around a word that had them.
 */
final class XdcFile {
    private final String text;
    private int at;

    private XdcFile(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if a brace, a bracket or a quote is not closed */
    static List<List<String>> commands(String text) {
        return new XdcFile(text).commands();
    }

    /** The words inside of a word in braces or brackets; the word itself if it has none. */
    static List<String> inside(String word) {
        boolean wrapped = word.startsWith("{") || word.startsWith("[");
        List<List<String>> commands = commands(wrapped ? word.substring(1, word.length() - 1) : word);
        return commands.isEmpty() ? List.of() : commands.get(0);
    }

    private List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == ';') {
                end(commands, words);
                words = new ArrayList<>();
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#' && words.isEmpty()) {
                int newline = text.indexOf('\n', at);
                at = newline < 0 ? text.length() : newline;
            } else {
                words.add(word());
            }
        }
        end(commands, words);
        return commands;
    }

    private static void end(List<List<String>> commands, List<String> words) {
        if (!words.isEmpty()) {
            commands.add(words);
        }
    }

    private String word() {
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0 && (Character.isWhitespace(c) || c == ';')) {
                break;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at++;
        }
        if (depth != 0) {
            throw new IllegalArgumentException("not closed: " + text.substring(start, at));
        }
        return text.substring(start, at);
    }
}
