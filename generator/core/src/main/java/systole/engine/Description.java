package systole.engine;

/**
 * A description of a unit in words for people.
 *
 * @param kind the kind in one or two words, such as {@code conv 3×3}
 * @param detail sizes and types
 * @param brief the label where there is little room
 * @param multiplier the kind of multiplier; empty if the unit does not multiply
 */
public record Description(String kind, String detail, String brief, String multiplier) {
    /** A unit that is labelled by its kind and does not multiply. */
    public static Description of(String kind, String detail) {
        return new Description(kind, detail, kind, "");
    }

    /** The same description with a kind of multiplier. */
    public Description multiplying(String with) {
        return new Description(kind, detail, brief, with);
    }
}
