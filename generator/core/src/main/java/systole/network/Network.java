package systole.network;

import java.util.List;
import java.util.Map;

/**
 * A validated quantized network: inputs, layers that read only earlier tensors, and outputs.
 * {@link NetworkValidator#validate} creates it and refuses all problems at once.
 *
 * @param name identifier, also the name of the design
 * @param inputs the names of the input tensors, at least one
 * @param nodes the layers in topological order; all of them reach an output
 * @param outputs the names of the tensors that leave the network, at least one
 * @param types the type of every tensor, by name
 */
public record Network(
        String name, List<String> inputs, List<Node> nodes, List<String> outputs, Map<String, TensorType> types) {
    public Network {
        inputs = List.copyOf(inputs);
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        types = Map.copyOf(types);
    }

    public TensorType type(String tensor) {
        return types.get(tensor);
    }

    /** The tensors that enter. */
    public Bundle input() {
        return bundle(inputs);
    }

    /** The tensors that leave. */
    public Bundle output() {
        return bundle(outputs);
    }

    private Bundle bundle(List<String> names) {
        return new Bundle(names, names.stream().map(this::type).toList());
    }

    /** The type of a frame that enters. */
    public TensorType inputType() {
        return input().whole();
    }

    /** The type of a frame that leaves. */
    public TensorType outputType() {
        return output().whole();
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
