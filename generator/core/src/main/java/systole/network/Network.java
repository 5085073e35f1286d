package systole.network;

import java.util.List;
import java.util.Map;

/**
 * A validated quantized network: one input, layers that read only earlier tensors, and one output.
 * {@link NetworkValidator#validate} creates it and refuses all problems at once.
 *
 * @param name identifier, also the name of the design
 * @param input the name of the input tensor
 * @param nodes the layers in topological order; all of them reach the output
 * @param output the name of the tensor that leaves the network
 * @param types the type of every tensor, by name
 */
public record Network(String name, String input, List<Node> nodes, String output, Map<String, TensorType> types) {
    public Network {
        nodes = List.copyOf(nodes);
        types = Map.copyOf(types);
    }

    public TensorType type(String tensor) {
        return types.get(tensor);
    }

    public TensorType inputType() {
        return type(input);
    }

    public TensorType outputType() {
        return type(output);
    }

    public List<TensorType> inputTypes(Node node) {
        return node.inputs().stream().map(this::type).toList();
    }

    /** True if a frame's output depends on earlier frames. */
    public boolean stateful() {
        return nodes.stream().anyMatch(n -> n.layer().stateful());
    }

    public long macs() {
        return nodes.stream()
                .mapToLong(n -> n.layer().macs(inputTypes(n), type(n.name())))
                .sum();
    }

    public long parameters() {
        return nodes.stream().mapToLong(n -> n.layer().parameters()).sum();
    }
}
