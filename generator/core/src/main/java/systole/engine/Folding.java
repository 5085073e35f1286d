package systole.engine;

import java.util.Map;

/** The way in which an engine is folded, in the terms of that engine. */
public interface Folding {
    /** The values of the folding by the keys that a build request uses, in the order in which they are written. */
    Map<String, String> keys();

    /** The folding in a few words for tables, such as {@code 8 × 9}. */
    String brief();
}
