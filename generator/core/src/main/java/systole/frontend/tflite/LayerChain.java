package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.reshape.Reshape;
import systole.network.Layer;
import systole.network.Node;
import systole.network.TensorType;

/**
 * The layers of one operator. Each layer but the first reads the one before it.
 *
 * @param fronts for each input, the layers that it passes first; usually none
 * @param layers the layers; there may be none
 */
record LayerChain(List<List<Layer>> fronts, List<Layer> layers) {
    LayerChain {
        fronts = fronts.stream().map(List::copyOf).toList();
        layers = List.copyOf(layers);
    }

    /**
     * The layers from an operator's reader. A reshape follows if the file gives the result another shape, and a table
     * follows if the file gives the same integers another scale. The chain is refused if a layer is not valid on the
     * operator's inputs.
     *
     * @param inputs the types of the computed inputs
     */
    static LayerChain of(TfliteOperator op, OperatorReader reader, List<TensorType> inputs) {
        List<Layer> layers = new ArrayList<>(reader.read(op));
        op.throwIfAny();
        List<List<Layer>> fronts = IntStream.range(0, inputs.size())
                .mapToObj(i -> reader.front(op, i))
                .toList();
        List<TensorType> joined = IntStream.range(0, inputs.size())
                .mapToObj(
                        i -> through(fronts.get(i), List.of(inputs.get(i)), op).get(0))
                .toList();
        List<TensorType> types = through(layers, joined, op);
        op.throwIfAny();
        if (op.yieldsElements()) {
            conform(types.get(0), op, layers);
        }
        return new LayerChain(fronts, layers);
    }

    private static List<TensorType> through(List<Layer> layers, List<TensorType> inputs, TfliteOperator op) {
        List<TensorType> types = inputs;
        for (Layer layer : layers) {
            types = List.of(infer(layer, types, op));
        }
        return types;
    }

    /** The output type of a layer. The operator collects the layer's problems. */
    static TensorType infer(Layer layer, List<TensorType> inputs, TfliteOperator op) {
        if (!layer.arity().accepts(inputs.size())) {
            throw op.refused("it has " + inputs.size() + " inputs", "use " + layer.arity());
        }
        Problems problems = new Problems();
        TensorType type = layer.infer(inputs, SourceRef.NONE, problems);
        String prefix = layer.kind() + ": ";
        problems.list()
                .forEach(d -> op.require(
                        false,
                        d.message().startsWith(prefix) ? d.message().substring(prefix.length()) : d.message(),
                        d.hint()));
        return type;
    }

    private static void conform(TensorType type, TfliteOperator op, List<Layer> layers) {
        TensorType wanted = op.output();
        if (type.shape().elements() != wanted.shape().elements() || !type.type().equals(wanted.type())) {
            throw op.refused(
                    "the output is " + wanted.shape() + " of " + wanted.type() + " in the file and " + type.shape()
                            + " of " + type.type() + " by its attributes",
                    "convert the model again");
        }
        if (!type.shape().equals(wanted.shape())) {
            layers.add(new Reshape(wanted.shape()));
        }
        if (!type.element().equals(wanted.element())) {
            layers.add(TableReader.lookup(type.element(), wanted.element(), (in, out) -> x -> x));
        }
    }

    /**
     * The layers as nodes. The last one has the operator's name.
     *
     * @param inputs the inputs of the first layer, before the layers in front of it
     */
    List<Node> nodes(String name, List<String> inputs, SourceRef where) {
        List<Node> nodes = new ArrayList<>();
        List<String> reads = new ArrayList<>(inputs);
        for (int i = 0; i < fronts.size(); i++) {
            List<Node> front = row(name + "_in" + i, fronts.get(i), List.of(inputs.get(i)), where);
            nodes.addAll(front);
            if (!front.isEmpty()) {
                reads.set(i, front.get(front.size() - 1).name());
            }
        }
        nodes.addAll(row(name, layers, reads, where));
        return nodes;
    }

    private static List<Node> row(String name, List<Layer> layers, List<String> inputs, SourceRef where) {
        List<Node> nodes = new ArrayList<>();
        List<String> reads = inputs;
        for (int i = 0; i < layers.size(); i++) {
            String own = i == layers.size() - 1 ? name : name + "_" + i;
            nodes.add(new Node(own, layers.get(i), reads, Optional.empty(), where));
            reads = List.of(own);
        }
        return nodes;
    }
}
