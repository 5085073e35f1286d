package systole.design;

import systole.engine.BeatStream;

/**
 * A stream at the border of a design.
 *
 * @param name as the top level calls it
 * @param stream what it carries
 */
public record NamedStream(String name, BeatStream stream) {}
