package systole.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import systole.network.Bundle;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Network;
import systole.network.Node;

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
        network.inputs().forEach(this::allocate);
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
     * @param frame the inputs' elements, one input after the other, each element within the type of its input
     * @return a copy of the outputs' elements, one output after the other
     * @throws IllegalArgumentException if the frame has another size, or an element lies outside the type
     */
    public int[] run(int[] frame) {
        Bundle input = network.input();
        if (frame.length != input.elements()) {
            throw new IllegalArgumentException("a frame of "
                    + network.inputType().shape() + " has " + input.elements() + " elements, not " + frame.length);
        }
        List<int[]> parts = input.split(frame);
        for (int i = 0; i < parts.size(); i++) {
            check(parts.get(i), input.types().get(i).type());
            System.arraycopy(parts.get(i), 0, tensors.get(input.names().get(i)), 0, parts.get(i).length);
        }
        steps.forEach(Runnable::run);
        return network.output()
                .joined(network.outputs().stream().map(tensors::get).toList());
    }

    private static void check(int[] elements, IntType type) {
        for (int value : elements) {
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
