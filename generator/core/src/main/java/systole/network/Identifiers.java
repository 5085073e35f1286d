package systole.network;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule for names of networks and tensors. Hardware has names that are made of them, and where a tool would take such a
 * name for something else, only the hardware gets another one.
 */
public final class Identifiers {
    /** The longest name. */
    public static final int MAX_LENGTH = 40;

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*");

    private Identifiers() {}

    /** The problem with a name; empty if it may be used. */
    public static Optional<String> problem(String name) {
        if (!FORM.matcher(name).matches()) {
            return Optional.of("the name '" + name + "' is not made of a to z, 0 to 9 and _, starting with a letter");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of("the name '" + name + "' is longer than " + MAX_LENGTH + " characters");
        }
        return Optional.empty();
    }

    /** A usable name near an unusable one, for advice and for frontends that must rename. */
    public static String suggestion(String name) {
        String safe = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
        safe = safe.isEmpty() || !Character.isLetter(safe.charAt(0)) ? "t" + safe : safe;
        return safe.length() > MAX_LENGTH ? safe.substring(0, MAX_LENGTH) : safe;
    }
}
