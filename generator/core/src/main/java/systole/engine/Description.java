package systole.engine;

/**
 * What a unit is, in words for people.
 *
 * @param kind in a word or two, such as {@code conv 3×3}
 * @param detail sizes and types
 * @param brief how it is labelled where there is little room
 * @param multiplier what multiplies, empty where nothing does
 */
public record Description(String kind, String detail, String brief, String multiplier) {
    /** A unit that is labelled by its kind and multiplies nothing. */
    public static Description of(String kind, String detail) {
        return new Description(kind, detail, kind, "");
    }

    /** The same with what multiplies. */
    public Description multiplying(String with) {
        return new Description(kind, detail, brief, with);
    }
}
