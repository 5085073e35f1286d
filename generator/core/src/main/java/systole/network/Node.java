package systole.network;

import java.util.List;
import java.util.Optional;
import systole.diagnostic.SourceRef;

/**
 * A named layer in a network.
 *
 * @param name identifier, unique in the network; also the name of the layer's output tensor
 * @param layer the layer
 * @param inputs the names of the tensors that it reads, in the layer's order
 * @param build the request for its hardware; empty to let the planner choose
 * @param where position for messages
 */
public record Node(String name, Layer layer, List<String> inputs, Optional<BuildRequest> build, SourceRef where) {
    public Node {
        inputs = List.copyOf(inputs);
    }
}
