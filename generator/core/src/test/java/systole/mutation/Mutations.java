package systole.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All mutants of a file. */
final class Mutations {
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("&&", "||"),
            Map.entry("||", "&&"),
            Map.entry("==", "!="),
            Map.entry("!=", "=="),
            Map.entry("<", "<="),
            Map.entry("<=", "<"),
            Map.entry(">", ">="),
            Map.entry(">=", ">"),
            Map.entry("+", "-"),
            Map.entry("-", "+"),
            Map.entry("&", "|"),
            Map.entry("|", "&"),
            Map.entry("^", "|"),
            Map.entry("!", ""),
            Map.entry("~", ""));
    private static final Set<String> UNARY_AFTER = Set.of("", "(", "{", "?", ":", ",", "&&", "||", "=", "==", "<", ">");

    private final String file;
    private final String verilog;
    private final Sites sites;
    private final List<Mutant> mutants = new ArrayList<>();

    /** The mutants of a file that has this name in the library. */
    static List<Mutant> of(String file, String verilog) {
        Mutations all = new Mutations(file, verilog);
        all.sites.sites().forEach(all::mutate);
        return all.mutants;
    }

    private Mutations(String file, String verilog) {
        this.file = file;
        this.verilog = verilog;
        this.sites = new Sites(verilog);
    }

    private void mutate(Site site) {
        List<Token> tokens = site.tokens();
        int depth = 0;
        int nesting = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("[") ? 1 : token.is("]") ? -1 : 0;
            nesting += token.text().matches("[(\\[{]") ? 1 : token.text().matches("[)\\]}]") ? -1 : 0;
            if (depth == 0) {
                token(site, i);
            }
            if (token.is("?") && nesting == 0) {
                invert(site, site.from(), tokens.get(i - 1).to());
            }
        }
        if (site.condition()) {
            invert(site, site.from(), site.to());
        }
    }

    private void token(Site site, int i) {
        Token token = site.tokens().get(i);
        String before = i == 0 ? "" : site.tokens().get(i - 1).text();
        String after = i + 1 < site.tokens().size() ? site.tokens().get(i + 1).text() : "";
        if (OPERATORS.containsKey(token.text())) {
            boolean unary = UNARY_AFTER.contains(before) && !token.text().matches("[!~]");
            boolean fixed = before.matches("[A-Z0-9_]+")
                    && after.matches("[A-Z0-9_]+")
                    && token.text().length() < 3;
            if (!unary && !fixed) {
                change(site, token.from(), token.text(), OPERATORS.get(token.text()));
            }
        } else if (token.text().matches("\\d+'b[01]")) {
            char bit = token.text().charAt(token.text().length() - 1);
            change(site, token.from(), token.text(), token.text().replaceAll(".$", bit == '0' ? "1" : "0"));
        } else if (token.text().matches("\\d+'d0")) {
            change(site, token.from(), token.text(), token.text().replaceAll("0$", "1"));
        } else if (sites.registers().containsKey(token.text()) && !before.equals(".")) {
            replace(site, token, after);
        }
    }

    /** Reads another register of the same shape: the one that is declared next before or behind it. */
    private void replace(Site site, Token token, String after) {
        Sites.Register own = sites.registers().get(token.text());
        if (after.equals("(")) {
            return;
        }
        sites.registers().entrySet().stream()
                .filter(e -> !e.getKey().equals(token.text()) && !e.getKey().equals(site.target()))
                .filter(e -> e.getValue().shape().equals(own.shape()))
                .filter(e -> e.getValue().from() < site.from()
                        && site.scopes().containsAll(e.getValue().scopes()))
                .min((a, b) -> Integer.compare(
                        Math.abs(a.getValue().from() - own.from()),
                        Math.abs(b.getValue().from() - own.from())))
                .ifPresent(e -> change(site, token.from(), token.text(), e.getKey()));
    }

    private void invert(Site site, int from, int to) {
        String text = verilog.substring(from, to);
        change(site, from, text, "!(" + text + ")");
    }

    private void change(Site site, int from, String before, String after) {
        String around = verilog.substring(site.from(), from) + "<" + before + " -> " + after + ">"
                + verilog.substring(from + before.length(), site.to());
        String target = site.target().isEmpty() ? "" : site.target() + " = ";
        int line =
                (int) verilog.substring(0, from).chars().filter(c -> c == '\n').count() + 1;
        mutants.add(new Mutant(
                file,
                line,
                site,
                from,
                before,
                after,
                target + around.replaceAll("//[^\n]*", "").replaceAll("\\s+", " ")));
    }
}
