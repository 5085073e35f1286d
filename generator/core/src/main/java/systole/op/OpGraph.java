package systole.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.Bundle;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Node;
import systole.network.Shape;
import systole.network.Span;
import systole.network.TensorType;

/**
 * A network as operations, each of which reads only streams that come before it. Every style begins with this graph.
 *
 * <p>There is one stream from outside and one to outside. Several inputs come one after the other in each frame, and several
 * outputs leave likewise.
 *
 * @param input the name of the stream from outside
 * @param output the name of the stream to outside
 * @param nodes the operations, at least one
 */
public record OpGraph(String input, String output, List<OpNode> nodes) {
    public OpGraph {
        nodes = List.copyOf(nodes);
    }

    /**
     * Normalises a network. Streams are named after tensors. The name of a layer without operations becomes an alias of
     * its input.
     *
     * @throws RefusedException if a layer has no operations that express it
     */
    public static OpGraph of(Network network, OpTable table) {
        return new Normalising(network, table).graph();
    }

    /** The graph of a network while it is made. */
    private static final class Normalising {
        private final Network network;
        private final OpTable table;
        private final Problems problems = new Problems();
        private final Map<String, String> streamOf = new HashMap<>();
        private final List<OpNode> nodes = new ArrayList<>();

        Normalising(Network network, OpTable table) {
            this.network = network;
            this.table = table;
        }

        OpGraph graph() {
            String input = inputs();
            network.nodes().forEach(this::add);
            problems.throwIfAny();
            if (nodes.isEmpty()) {
                add(network.outputs().get(0), pass(), List.of(input));
                return new OpGraph(input, network.outputs().get(0), nodes);
            }
            return new OpGraph(input, outputs(), nodes);
        }

        /** The stream from outside, with the operations that take several inputs apart. */
        private String inputs() {
            Bundle bundle = network.input();
            if (bundle.isSingle()) {
                String only = bundle.names().get(0);
                streamOf.put(only, only);
                return only;
            }
            String frame = free("frame");
            IntType type = bundle.whole().type();
            Shape shape = bundle.whole().shape();
            for (int i = 0; i < bundle.count(); i++) {
                String name = bundle.names().get(i);
                TensorType part = bundle.types().get(i);
                Span elements = new Span(bundle.offset(i), part.shape().elements(), 1);
                Op select = new RearrangeOp(type, new RearrangeOp.Selection(shape, Span.all(1), Span.all(1), elements));
                boolean same = part.type().equals(type);
                String selected = add(same ? name : free(name + "_part"), select, List.of(frame));
                streamOf.put(name, same ? selected : add(name, cast(part, type, part.type()), List.of(selected)));
            }
            return frame;
        }

        /** The stream to outside, with the operations that join several outputs. */
        private String outputs() {
            Bundle bundle = network.output();
            if (bundle.isSingle()) {
                return streamOf.get(bundle.names().get(0));
            }
            IntType type = bundle.whole().type();
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < bundle.count(); i++) {
                TensorType part = bundle.types().get(i);
                String name = bundle.names().get(i);
                String stream = streamOf.get(name);
                parts.add(
                        part.type().equals(type)
                                ? stream
                                : add(free(name + "_part"), cast(part, part.type(), type), List.of(stream)));
            }
            List<Integer> chunks =
                    bundle.types().stream().map(t -> t.shape().elements()).toList();
            return add(free("result"), new RearrangeOp(type, new RearrangeOp.Chain(chunks, 1)), parts);
        }

        private static Op cast(TensorType tensor, IntType from, IntType to) {
            Shape shape = tensor.shape();
            return new MapOp(from, to, new MapOp.Same(), shape.channels(), shape.elements());
        }

        private String add(String name, Op op, List<String> sources) {
            nodes.add(new OpNode(name, op, sources, name, SourceRef.NONE));
            return name;
        }

        private void add(Node node) {
            List<String> sources = node.inputs().stream().map(streamOf::get).toList();
            for (NamedOp named : ops(node)) {
                String name = named.name().equals(node.name()) ? node.name() : free(named.name());
                nodes.add(new OpNode(name, named.op(), sources, node.name(), node.where()));
                sources = List.of(name);
            }
            streamOf.put(node.name(), sources.isEmpty() ? node.name() : sources.get(0));
        }

        /** The engine for a network that only reshapes its input: a clamp whose limits change no value. */
        private MapOp pass() {
            TensorType output = network.outputType();
            IntType type = output.type();
            return new MapOp(
                    type,
                    type,
                    new MapOp.Limits(type.min(), type.max()),
                    output.shape().channels(),
                    output.shape().elements());
        }

        /**
         * The last operation of a layer has its name. The others get names that neither tensors nor operations have.
         */
        private String free(String wanted) {
            String name = wanted;
            while (network.types().containsKey(name)
                    || nodes.stream().map(OpNode::name).anyMatch(name::equals)) {
                name += "_";
            }
            return name;
        }

        private List<NamedOp> ops(Node node) {
            try {
                return table.ops(node.name(), node.layer(), network.inputTypes(node), network.type(node.name()));
            } catch (RefusedException refused) {
                refused.diagnostics()
                        .forEach(d -> problems.add(node.where(), node.name() + ": " + d.message(), d.hint()));
                return List.of();
            }
        }
    }
}
