package systole.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Network;
import systole.network.Node;
import systole.network.TensorType;

/**
 * Executes a network frame by frame, exactly. Buffers are made once and used for every frame; not thread-safe.
 *
 * <p>Frames are row-major [H, W, C], channels fastest, one int for each element.
 */
public final class GoldenModel {
    private final Network network;
    private final Map<String, int[]> tensors = new HashMap<>();
    private final List<Golden.Kernel> kernels = new ArrayList<>();
    private final List<Runnable> steps = new ArrayList<>();

    /**
     * Prepares every layer.
     *
     * @param kernels gives the golden model of each layer, for instance {@code layer -> catalog.of(layer).golden()}
     */
    public GoldenModel(Network network, Function<Layer, Golden<?>> kernels) {
        this.network = network;
        allocate(network.input());
        for (Node node : network.nodes()) {
            allocate(node.name());
            steps.add(step(node, kernels.apply(node.layer())));
        }
    }

    private void allocate(String tensor) {
        tensors.put(tensor, new int[network.type(tensor).shape().elements()]);
    }

    private Runnable step(Node node, Golden<?> golden) {
        @SuppressWarnings("unchecked") // the caller gives the golden model of the layer's own kind
        Golden<Layer> own = (Golden<Layer>) golden;
        Golden.Kernel kernel = own.prepare(node.layer(), network.inputTypes(node), network.type(node.name()));
        List<int[]> inputs = node.inputs().stream().map(tensors::get).toList();
        int[] output = tensors.get(node.name());
        kernels.add(kernel);
        return () -> kernel.run(inputs, output);
    }

    /** Resets every layer that carries a state from frame to frame. The others have no state. */
    public void reset() {
        kernels.forEach(Golden.Kernel::reset);
    }

    /**
     * Executes one frame, from the state that the frame before left.
     *
     * @param frame the input's elements, each within the input's type
     * @return a copy of the output's elements
     * @throws IllegalArgumentException if the frame has another size, or an element lies outside the type
     */
    public int[] run(int[] frame) {
        check(frame, network.inputType());
        System.arraycopy(frame, 0, tensors.get(network.input()), 0, frame.length);
        steps.forEach(Runnable::run);
        return tensor(network.output());
    }

    private static void check(int[] frame, TensorType input) {
        if (frame.length != input.shape().elements()) {
            throw new IllegalArgumentException("a frame of " + input.shape() + " has "
                    + input.shape().elements() + " elements, not " + frame.length);
        }
        IntType type = input.type();
        for (int value : frame) {
            if (!type.contains(value)) {
                throw new IllegalArgumentException("the input " + value + " is outside " + type);
            }
        }
    }

    /** A copy of a tensor after the last frame: the input, a layer's output, or the network's output. */
    public int[] tensor(String name) {
        int[] found = tensors.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no tensor '" + name + "'");
        }
        return found.clone();
    }
}
