package systole.report;

/**
 * A description of a unit in words.
 *
 * @param kind the kind in two or three words
 * @param detail sizes and types
 * @param multiplier the kind of multiplier; empty if the unit does not multiply
 */
record UnitFacts(String kind, String detail, String multiplier) {
    static UnitFacts plain(String kind, String detail) {
        return new UnitFacts(kind, detail, "");
    }
}
