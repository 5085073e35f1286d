package systole.report;

/**
 * What a unit is, in words.
 *
 * @param kind in two or three words
 * @param detail sizes and types
 * @param multiplier what multiplies; empty if nothing does
 */
record UnitFacts(String kind, String detail, String multiplier) {
    static UnitFacts plain(String kind, String detail) {
        return new UnitFacts(kind, detail, "");
    }
}
