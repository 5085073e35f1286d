package systole.layer;

import systole.golden.Golden;
import systole.network.Layer;
import systole.op.LayerOps;

/**
 * All there is to know about one kind of layer; the catalog is a list of these.
 *
 * @param name the kind's name in the text form
 * @param type the record
 * @param syntax how it is written
 * @param golden what it computes
 * @param ops the operations that it normalises to
 */
public record LayerKind<L extends Layer>(
        String name, Class<L> type, Syntax<L> syntax, Golden<L> golden, LayerOps<L> ops) {}
