package systole.op;

import java.util.List;
import systole.diagnostic.SourceRef;

/**
 * An operation in its place in the graph.
 *
 * @param name the name of the operation and of the stream that it makes
 * @param op the operation
 * @param sources the streams that it reads
 * @param layer the layer that it belongs to
 * @param where the place where that layer was described
 */
public record OpNode(String name, Op op, List<String> sources, String layer, SourceRef where) {
    public OpNode {
        sources = List.copyOf(sources);
    }
}
