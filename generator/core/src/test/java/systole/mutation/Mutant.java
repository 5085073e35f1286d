package systole.mutation;

/**
 * A change of a single token, or an inverted condition.
 *
 * @param file of the design, named as in the library
 * @param line where it is
 * @param site the expression
 * @param from where the old text begins
 * @param before the old text
 * @param after the new text
 * @param around the expression with the change, on one line
 */
record Mutant(String file, int line, Site site, int from, String before, String after, String around) {
    /** Tells it from all others, but not between designs. */
    String key() {
        return file + ": " + around;
    }

    /** The expression with the change. */
    String expression(String verilog) {
        return verilog.substring(site.from(), from) + after + verilog.substring(from + before.length(), site.to());
    }

    /** The whole text with the change. */
    String in(String verilog) {
        return verilog.substring(0, from) + after + verilog.substring(from + before.length());
    }
}
