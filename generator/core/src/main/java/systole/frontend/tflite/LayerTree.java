package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.reshape.Reshape;
import systole.network.Layer;
import systole.network.Node;
import systole.network.TensorType;

/** The layers of one operator: a layer with what it reads, which are other layers or inputs of the operator. */
sealed interface LayerTree {
    /**
     * An input of the operator.
     *
     * @param number among its computed inputs
     */
    record Input(int number) implements LayerTree {}

    /** A layer on its operands. */
    record Applied(Layer layer, List<LayerTree> operands) implements LayerTree {
        public Applied {
            operands = List.copyOf(operands);
        }
    }

    /** An input of the operator. */
    static LayerTree input(int number) {
        return new Input(number);
    }

    /** A layer that joins several operands. */
    static LayerTree joined(Layer layer, LayerTree... operands) {
        return new Applied(layer, List.of(operands));
    }

    /** This tree with further layers behind it, each of which reads the one before. */
    default LayerTree then(List<Layer> layers) {
        LayerTree tree = this;
        for (Layer layer : layers) {
            tree = new Applied(layer, List.of(tree));
        }
        return tree;
    }

    /** This tree with a layer behind it. */
    default LayerTree then(Layer layer) {
        return then(List.of(layer));
    }

    /**
     * The layers from an operator's reader. A reshape follows if the file gives the result another shape, and a table
     * follows if the file gives the same integers another scale. The tree is refused if a layer is not valid on the
     * operator's inputs.
     *
     * @param inputs the types of the computed inputs
     */
    static LayerTree of(TfliteOperator op, OperatorReader reader, List<TensorType> inputs) {
        LayerTree tree = reader.tree(op);
        op.throwIfAny();
        TensorType type = tree.type(inputs, op);
        op.throwIfAny();
        return op.yieldsElements() ? tree.conforming(type, op) : tree;
    }

    private LayerTree conforming(TensorType type, TfliteOperator op) {
        TensorType wanted = op.output();
        if (type.shape().elements() != wanted.shape().elements() || !type.type().equals(wanted.type())) {
            throw op.refused(
                    "the output is " + wanted.shape() + " of " + wanted.type() + " in the file and " + type.shape()
                            + " of " + type.type() + " by its attributes",
                    "convert the model again");
        }
        LayerTree shaped = type.shape().equals(wanted.shape()) ? this : then(new Reshape(wanted.shape()));
        return type.element().equals(wanted.element())
                ? shaped
                : shaped.then(TableReader.lookup(type.element(), wanted.element(), (in, out) -> x -> x));
    }

    /** The type of the result. The operator collects the layers' problems. */
    private TensorType type(List<TensorType> inputs, TfliteOperator op) {
        if (this instanceof Applied applied) {
            List<TensorType> types =
                    applied.operands().stream().map(o -> o.type(inputs, op)).toList();
            return infer(applied.layer(), types, op);
        }
        return inputs.get(((Input) this).number());
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

    /**
     * The layers as nodes. The last one has the operator's name.
     *
     * @param inputs the names of the operator's computed inputs
     */
    default List<Node> nodes(String name, List<String> inputs, SourceRef where) {
        Growth growth = new Growth(inputs, where, new ArrayList<>(), new IdentityHashMap<>());
        growth.add(this, name);
        return growth.nodes();
    }

    /**
     * The nodes so far.
     *
     * @param inputs the names of the operator's computed inputs
     * @param done the names of layers that are already there; one that is an operand several times is added once
     */
    record Growth(List<String> inputs, SourceRef where, List<Node> nodes, Map<LayerTree, String> done) {
        /**
         * Adds layers in their order: those of the operands, and then a row of layers with one operand each.
         *
         * @return the name of the result
         */
        private String add(LayerTree tree, String name) {
            if (done.containsKey(tree)) {
                return done.get(tree);
            }
            if (tree instanceof Input input) {
                return inputs.get(input.number());
            }
            List<Applied> row = new ArrayList<>();
            List<LayerTree> operands = List.of(tree);
            while (operands.size() == 1 && operands.get(0) instanceof Applied applied && !done.containsKey(applied)) {
                row.add(0, applied);
                operands = applied.operands();
            }
            List<String> reads = new ArrayList<>();
            for (int i = 0; i < operands.size(); i++) {
                reads.add(add(operands.get(i), name + "_in" + i));
            }
            for (int i = 0; i < row.size(); i++) {
                String own = i == row.size() - 1 ? name : name + "_" + i;
                nodes.add(new Node(own, row.get(i).layer(), reads, Optional.empty(), where));
                done.put(row.get(i), own);
                reads = List.of(own);
            }
            return name;
        }
    }
}
