package systole.layer;

import systole.golden.Golden;
import systole.network.Layer;
import systole.op.LayerOps;

/**
 * Everything about one kind of layer. The catalog is a list of these.
 *
 * @param name the kind's name in the text form
 * @param type the record
 * @param syntax reads and writes it
 * @param golden defines the integers that it computes
 * @param ops gives the operations that it normalises to
 */
public record LayerKind<L extends Layer>(
        String name, Class<L> type, Syntax<L> syntax, Golden<L> golden, LayerOps<L> ops) {}
