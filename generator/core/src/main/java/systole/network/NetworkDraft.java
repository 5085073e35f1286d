package systole.network;

import java.util.List;
import java.util.Optional;
import systole.diagnostic.SourceRef;

/**
 * A network as a frontend read it, without any checks. Names may be unknown, layers may be missing, and the order may
 * be wrong.
 *
 * <p>Missing parts are empty, and the frontend has already reported them.
 *
 * @param name the network's name
 * @param inputs the input tensors
 * @param steps the layers in the written order
 * @param outputs the names of the output tensors
 */
public record NetworkDraft(Optional<Named> name, List<Input> inputs, List<Step> steps, List<Named> outputs) {
    public NetworkDraft {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
    }

    /**
     * An input as it is written.
     *
     * @param type empty if it could not be read
     */
    public record Input(Named name, Optional<TensorType> type) {}

    /** A name and the place where it is written. */
    public record Named(String name, SourceRef where) {}

    /**
     * A layer as it is written.
     *
     * @param name the layer's name
     * @param layer what is computed
     * @param inputs the tensors read, empty if they are not known
     * @param build how its hardware is to be built
     */
    public record Step(Named name, Optional<Layer> layer, List<Named> inputs, Optional<BuildRequest> build) {
        public Step {
            inputs = List.copyOf(inputs);
        }

        /** The same step with a request for its hardware. */
        public Step with(BuildRequest request) {
            return new Step(name, layer, inputs, Optional.of(request));
        }

        static Step of(Node node) {
            List<Named> inputs =
                    node.inputs().stream().map(i -> new Named(i, node.where())).toList();
            return new Step(new Named(node.name(), node.where()), Optional.of(node.layer()), inputs, node.build());
        }

        Node node(Layer layer) {
            List<String> names = inputs.stream().map(Named::name).toList();
            return new Node(name.name(), layer, names, build, name.where());
        }
    }
}
