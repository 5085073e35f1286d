package systole.mutation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes many mutants of a file into one: a number chooses which of them it is, and 0 is the right design. */
final class Schemata {
    /** The variable of the environment with the number. With the value {@code scopes}, all blocks are listed. */
    static final String VARIABLE = "SYSTOLE_MUTANT";

    private static final String NUMBER =
            " reg [31:0] mutant_number = 32'd0; initial mutant_number =" + " $c32(\"(std::getenv(\\\"" + VARIABLE
                    + "\\\") ? std::atoi(std::getenv(\\\"" + VARIABLE + "\\\")) : 0)\");";
    private static final String LISTED = " initial if ($c32(\"(std::getenv(\\\"" + VARIABLE + "\\\") && !std::strcmp("
            + "std::getenv(\\\"" + VARIABLE + "\\\"), \\\"scopes\\\"))\") != 0) $display(\"block %s %d\");";

    private Schemata() {}

    /**
     * The file with mutants.
     *
     * @param mutants those of the file by their numbers
     */
    static String of(String file, String verilog, Map<Integer, Mutant> mutants) {
        Map<Integer, String> insertions = new TreeMap<>(Comparator.reverseOrder());
        Sites sites = new Sites(verilog);
        int header = sites.scopes().stream().findFirst().orElseThrow();
        sites.scopes().forEach(scope -> insertions.put(scope, String.format(Locale.ROOT, LISTED, file, scope)));
        insertions.merge(header, NUMBER, String::concat);
        Map<Site, List<Integer>> bySite = mutants.keySet().stream()
                .sorted()
                .collect(Collectors.groupingBy(
                        number -> mutants.get(number).site(), LinkedHashMap::new, Collectors.toList()));
        bySite.forEach((site, numbers) -> {
            String choices = numbers.stream()
                    .map(n -> "(mutant_number == 32'd" + n + ") ? ("
                            + mutants.get(n).expression(verilog) + ") :\n")
                    .collect(Collectors.joining());
            insertions.put(site.from(), "(" + choices + "(");
            insertions.put(site.to(), "))");
        });
        StringBuilder all = new StringBuilder(verilog);
        insertions.forEach(all::insert);
        return all.toString();
    }
}
