package systole.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the expressions of a file, its generate blocks, and its registers. */
final class Sites {
    private static final Set<String> STARTS = Set.of(";", "begin", "else", ")", "end");

    private final List<Token> tokens;
    private final List<Site> sites = new ArrayList<>();
    private final Map<String, Register> registers = new HashMap<>();
    private final Set<Integer> scopes = new TreeSet<>();
    private final List<Integer> open = new ArrayList<>();
    private boolean inFunction;
    private int header = -1;

    /**
     * A register.
     *
     * @param shape its range and sign as they are declared
     * @param from where it is declared
     * @param scopes the generate blocks around it
     */
    record Register(String shape, int from, List<Integer> scopes) {}

    Sites(String verilog) {
        tokens = Token.of(verilog);
        for (int i = 0; i < tokens.size(); i++) {
            visit(i);
        }
    }

    List<Site> sites() {
        return sites;
    }

    Map<String, Register> registers() {
        return registers;
    }

    /** The places behind the heads of generate blocks; the first is behind that of the module. */
    Set<Integer> scopes() {
        return scopes;
    }

    private void visit(int i) {
        switch (token(i)) {
            case "begin" ->
                open.add(token(i + 1).equals(":") ? tokens.get(i + 2).to() : -1);
            case "end" -> open.remove(open.size() - 1);
            case "function" -> inFunction = true;
            case "endfunction" -> inFunction = false;
            case "assign" -> assigned(i + 1);
            case "wire" -> assigned(i + 1);
            case "reg" -> declared(i + 1);
            case "if" -> condition(i + 1);
            case "." -> port(i);
            case ";" -> endOfHeader(i);
            default -> statement(i);
        }
        if (token(i).equals("begin") && open.get(open.size() - 1) >= 0) {
            scopes.add(open.get(open.size() - 1));
        }
    }

    private void endOfHeader(int i) {
        if (header < 0) {
            header = tokens.get(i).to();
            scopes.add(header);
        }
    }

    private String token(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).text() : "";
    }

    private List<Integer> around() {
        List<Integer> all = new ArrayList<>();
        all.add(header);
        open.stream().filter(scope -> scope >= 0).forEach(all::add);
        return all;
    }

    /** The index of the next such token that is in no bracket; -1 if the brackets around close before. */
    private int find(int i, String what) {
        int depth = 0;
        for (int k = i; k < tokens.size(); k++) {
            String text = token(k);
            if (depth == 0 && text.equals(what)) {
                return k;
            }
            depth += Set.of("(", "[", "{").contains(text)
                    ? 1
                    : Set.of(")", "]", "}").contains(text) ? -1 : 0;
            if (depth < 0 || (depth == 0 && text.equals(";"))) {
                return -1;
            }
        }
        return -1;
    }

    private void add(int from, int to, String target, boolean condition) {
        List<Token> expression = tokens.subList(from, to);
        if (header >= 0 && !expression.isEmpty() && !target.startsWith("unused") && !target.startsWith("f_")) {
            sites.add(new Site(expression, target, condition, around()));
        }
    }

    private void assigned(int i) {
        int equals = find(i, "=");
        int end = equals < 0 ? -1 : find(equals + 1, ";");
        int comma = find(i, ",");
        if (end >= 0 && (comma < 0 || comma > end)) {
            add(equals + 1, end, token(equals - 1), false);
        }
    }

    private void declared(int i) {
        int end = find(i, ";");
        if (end < 0 || header < 0 || inFunction) {
            return;
        }
        StringBuilder shape = new StringBuilder();
        int k = i;
        while (token(k).equals("signed") || token(k).equals("[")) {
            int to = token(k).equals("signed") ? k : find(k + 1, "]");
            for (; k <= to; k++) {
                shape.append(token(k));
            }
        }
        for (; k < end; k++) {
            boolean memory = token(k + 1).equals("[");
            boolean name = token(k - 1).equals(",")
                    || k == i
                    || token(k - 1).equals("]")
                    || token(k - 1).equals("signed");
            if (name && tokens.get(k).isSignal() && !memory) {
                registers.put(
                        token(k), new Register(shape.toString(), tokens.get(k).from(), around()));
            }
        }
    }

    private void condition(int i) {
        int end = find(i + 1, ")");
        if (end >= 0
                && tokens.subList(i, end).stream()
                        .anyMatch(t -> t.isSignal() && t.text().length() > 1)) {
            add(i + 1, end, "", true);
        }
    }

    private void port(int i) {
        if (i + 2 < tokens.size()
                && tokens.get(i + 1).isSignal()
                && token(i + 2).equals("(")) {
            int end = find(i + 3, ")");
            boolean computed = end >= 0
                    && tokens.subList(i + 3, end).stream().anyMatch(t -> Set.of("&&", "||", "!", "==", "!=", "?", "~")
                            .contains(t.text()));
            if (computed) {
                add(i + 3, end, "", false);
            }
        }
    }

    private void statement(int i) {
        if (!STARTS.contains(token(i - 1)) || !tokens.get(i).isSignal()) {
            return;
        }
        int at = i + 1;
        while (token(at).equals("[")) {
            at = find(at + 1, "]") + 1;
        }
        int end = token(at).equals("<=") || (inFunction && token(at).equals("=")) ? find(at + 1, ";") : -1;
        if (end >= 0) {
            add(at + 1, end, token(i), false);
        }
    }
}
