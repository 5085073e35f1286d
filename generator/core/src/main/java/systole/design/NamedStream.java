package systole.design;

import systole.engine.BeatStream;

/**
 * A stream at the border of a design.
 *
 * @param name the name of the stream in the top level
 * @param stream the elements and beats of the stream
 */
public record NamedStream(String name, BeatStream stream) {}
