package systole.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Node;
import systole.network.TensorType;

/**
 * A network as operations, each of which reads only streams that come before it. Every style begins with this graph.
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
        Problems problems = new Problems();
        Map<String, String> streamOf = new HashMap<>(Map.of(network.input(), network.input()));
        List<OpNode> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            List<String> sources = node.inputs().stream().map(streamOf::get).toList();
            for (NamedOp named : ops(network, node, table, problems)) {
                String name = named.name().equals(node.name()) ? node.name() : free(named.name(), network, nodes);
                nodes.add(new OpNode(name, named.op(), sources, node.name(), node.where()));
                sources = List.of(name);
            }
            streamOf.put(node.name(), sources.isEmpty() ? node.name() : sources.get(0));
        }
        problems.throwIfAny();
        return nodes.isEmpty()
                ? new OpGraph(network.input(), network.output(), List.of(pass(network)))
                : new OpGraph(network.input(), streamOf.get(network.output()), nodes);
    }

    /** The engine for a network that only reshapes its input: a clamp whose limits change no value. */
    private static OpNode pass(Network network) {
        TensorType output = network.outputType();
        IntType type = output.type();
        MapOp same = new MapOp(
                type,
                type,
                new MapOp.Limits(type.min(), type.max()),
                output.shape().channels(),
                output.shape().elements());
        return new OpNode(network.output(), same, List.of(network.input()), network.output(), SourceRef.NONE);
    }

    /** The last operation of a layer has its name. The others get names that neither tensors nor operations have. */
    private static String free(String wanted, Network network, List<OpNode> nodes) {
        String name = wanted;
        while (network.types().containsKey(name)
                || nodes.stream().map(OpNode::name).anyMatch(name::equals)) {
            name += "_";
        }
        return name;
    }

    private static List<NamedOp> ops(Network network, Node node, OpTable table, Problems problems) {
        try {
            return table.ops(node.name(), node.layer(), network.inputTypes(node), network.type(node.name()));
        } catch (RefusedException refused) {
            refused.diagnostics().forEach(d -> problems.add(node.where(), node.name() + ": " + d.message(), d.hint()));
            return List.of();
        }
    }
}
