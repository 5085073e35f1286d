package systole.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the head of a library module says of it.
 *
 * @param module its name
 * @param summary what it does, a sentence
 * @param details more of that, line by line; formulas are indented
 * @param facts by label, those that every module has and perhaps {@code Golden}
 * @param parameters in their order
 */
record ModuleHeader(
        String module, String summary, List<String> details, Map<String, String> facts, List<Parameter> parameters) {
    /** The labels, in their order; {@code Golden} is left out where there is no golden model. */
    static final List<String> LABELS = List.of("Golden", "Latency", "Throughput", "Combinational", "Reset");

    private static final Pattern FACT = Pattern.compile("(" + String.join("|", LABELS) + "): (.*)");
    private static final Pattern PARAMETER =
            Pattern.compile("    parameter +(?:integer |(?:signed )?\\[.*?] )? *(\\w+) += (.*?),? *(?:// (.*))?");

    /** A parameter: what it is without being set, and what it means with its unit and range. */
    record Parameter(String name, String value, String meaning) {}

    /** Reads a module's text. */
    static ModuleHeader of(String module, String text) {
        List<String> head = text.lines()
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.replaceFirst("^// ?", ""))
                .toList();
        List<String> details = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        String label = "";
        for (String line : head.subList(1, head.size())) {
            Matcher fact = FACT.matcher(line);
            if (fact.matches()) {
                label = fact.group(1);
                facts.put(label, fact.group(2));
            } else if (label.isEmpty()) {
                details.add(line);
            } else {
                facts.merge(label, line.strip(), (before, more) -> before + " " + more);
            }
        }
        return new ModuleHeader(
                module, head.get(0).replaceFirst("^" + module + ": ", ""), details, facts, parameters(text));
    }

    private static List<Parameter> parameters(String text) {
        return text.lines()
                .map(PARAMETER::matcher)
                .filter(Matcher::matches)
                .map(m -> new Parameter(m.group(1), m.group(2), m.group(3) == null ? "" : m.group(3)))
                .toList();
    }
}
