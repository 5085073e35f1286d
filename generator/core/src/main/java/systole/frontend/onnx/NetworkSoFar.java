package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.frontend.importing.ChannelTables;
import systole.layer.lookup.Lookup;
import systole.layer.reshape.Reshape;
import systole.layer.transpose.Transpose;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Layout;
import systole.network.Node;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/** The layers that were added so far. Each is validated when it is added. */
final class NetworkSoFar {
    private final SourceRef where;
    private final RealArithmetic reals;
    private final List<String> notes = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    NetworkSoFar(SourceRef where, RealArithmetic reals) {
        this.where = where;
        this.reals = reals;
    }

    /** True if real numbers may be rounded once where the runtime rounds them several times. */
    boolean roundsOnce() {
        return reals == RealArithmetic.EXACT;
    }

    /** Tells people something about the network. */
    void note(String text) {
        notes.add(text);
    }

    /** What there is to tell. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /**
     * Adds a layer.
     *
     * @param name the name of its operator, which is made unique
     * @param dims the dimensions of its output in the file
     * @throws RefusedException if the layer is not valid on its inputs
     */
    Wire add(String name, Layer layer, List<Wire> inputs, List<Integer> dims, Layout layout) {
        List<TensorType> types = inputs.stream().map(Wire::type).toList();
        if (!layer.arity().accepts(inputs.size())) {
            throw RefusedException.of(
                    SourceRef.NONE, "it has " + inputs.size() + " operands", layer.kind() + " takes " + layer.arity());
        }
        Problems problems = new Problems();
        TensorType type = layer.infer(types, SourceRef.NONE, problems);
        problems.throwIfAny();
        if (type.shape().elements() != layout.elements()) {
            throw RefusedException.of(
                    SourceRef.NONE, "it computes " + type.shape() + " instead of " + dims, "export the model again");
        }
        String own = unique(name);
        nodes.add(new Node(own, layer, inputs.stream().map(Wire::node).toList(), Optional.empty(), where));
        return new Wire(own, type, dims, layout);
    }

    private String unique(String name) {
        String own = name;
        for (int i = 1; !names.add(own); i++) {
            own = name + "_" + i;
        }
        return own;
    }

    /** The same stream in another shape. */
    Wire shaped(String name, Wire flow, Shape shape) {
        return flow.shape().equals(shape)
                ? flow
                : add(name + "_in", new Reshape(shape), List.of(flow), flow.dims(), flow.layout());
    }

    /** The same elements in another order of the stream, in a shape of as many elements. */
    Wire placed(String name, Wire flow, Layout layout, Shape shape) {
        Wire placed = flow;
        for (Transpose layer : Rearranged.layers(flow.layout(), layout, shape)) {
            placed = add(name + "_order", layer, List.of(placed), flow.dims(), layout);
        }
        return shaped(name, placed, shape);
    }

    /** The same integers with another scale or zero point. */
    Wire labelled(String name, Wire flow, Quantized element) {
        return flow.element().equals(element)
                ? flow
                : mapped(name, flow, element, IntTensor.vector(all(element.type())));
    }

    /** Adds a function of each integer as a table. */
    Wire mapped(String name, Wire flow, Quantized element, IntTensor table) {
        return add(name, new Lookup(table, element), List.of(flow), flow.dims(), flow.layout());
    }

    /**
     * Adds a function of the real number that each integer stands for, quantized again.
     *
     * <p>Nothing is added if the function changes nothing.
     */
    Wire mapped(String name, Wire flow, Quantized element, RealFunction function) {
        int[] table = Reals.table(function, flow.element(), element);
        boolean same = flow.element().equals(element) && Arrays.equals(all(flow.integers()), table);
        return same ? flow : mapped(name, flow, element, IntTensor.vector(table));
    }

    /**
     * Adds a function of each integer that may be another one for each channel.
     *
     * @param tables for each channel, one output integer for each input integer, beginning with the least; see
     *     {@link ChannelTables}
     */
    Wire mapped(String name, Wire flow, Quantized element, List<int[]> tables) {
        Wire mapped = flow;
        for (Layer layer : ChannelTables.layers(flow.type(), element, tables)) {
            mapped = add(name, layer, List.of(mapped), flow.dims(), flow.layout());
        }
        return labelled(name + "_out", mapped, element);
    }

    private static int[] all(IntType type) {
        return IntStream.rangeClosed(type.min(), type.max()).toArray();
    }
}
