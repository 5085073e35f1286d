package systole.engine;

import java.util.Map;

/** How an engine is folded, in the terms of that engine. */
public interface Folding {
    /** What it is made of, by the keys that a build request uses, in the order in which they are written. */
    Map<String, String> keys();

    /** In a few words for tables, such as {@code 8 × 9}. */
    String brief();
}
