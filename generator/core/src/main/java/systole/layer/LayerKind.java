package systole.layer;

import systole.golden.Golden;
import systole.network.Layer;
import systole.plan.Lowering;

/**
 * Everything about one kind of layer. The catalog is a list of these.
 *
 * @param name the kind's name in the text form
 * @param type the record
 * @param syntax reads and writes it
 * @param golden defines the integers that it computes
 * @param lowering chooses the hardware that computes it
 */
public record LayerKind<L extends Layer>(
        String name, Class<L> type, Syntax<L> syntax, Golden<L> golden, Lowering<L> lowering) {}
