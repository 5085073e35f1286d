package systole.frontend.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.lstm.Lstm;
import systole.layer.slice.Slice;
import systole.network.Network;
import systole.network.NetworkValidator;
import systole.network.Node;
import systole.network.Shape;
import systole.network.Span;

/**
 * Lets an LSTM give only its last step if a model takes just this step out of the sequence. Converters write this as
 * two operators.
 */
public final class LastStep {
    private final Network network;
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<String, Integer> reads = new HashMap<>();
    /** The new names of steps that were taken out of a sequence. */
    private final Map<String, String> renamed = new HashMap<>();

    private LastStep(Network network) {
        this.network = network;
        for (Node node : network.nodes()) {
            byName.put(node.name(), node);
            node.inputs().forEach(i -> reads.merge(i, 1, Integer::sum));
        }
        network.outputs().forEach(output -> reads.merge(output, 1, Integer::sum));
    }

    /** The same network with fewer layers, or itself. */
    public static Network joined(Network network, SourceRef where) {
        return new LastStep(network).joined(where);
    }

    private Network joined(SourceRef where) {
        Map<String, Lstm> shortened = new HashMap<>();
        List<String> dropped = new ArrayList<>();
        for (Node slice : network.nodes()) {
            sequenceBefore(slice).ifPresent(lstm -> {
                shortened.put(lstm.name(), ((Lstm) lstm.layer()).lastStep());
                renamed.put(slice.name(), lstm.name());
                dropped.add(slice.name());
            });
        }
        if (dropped.isEmpty()) {
            return network;
        }
        List<Node> nodes = network.nodes().stream()
                .filter(n -> !dropped.contains(n.name()))
                .map(n -> new Node(
                        n.name(),
                        shortened.containsKey(n.name()) ? shortened.get(n.name()) : n.layer(),
                        n.inputs().stream().map(this::name).toList(),
                        n.build(),
                        n.where()))
                .toList();
        return NetworkValidator.validate(
                network.name(),
                network.input(),
                nodes,
                network.outputs().stream().map(this::name).toList(),
                where,
                new Problems());
    }

    private String name(String tensor) {
        return renamed.getOrDefault(tensor, tensor);
    }

    /** The LSTM whose last step a node takes, if it does nothing else and nothing else reads the LSTM. */
    private Optional<Node> sequenceBefore(Node slice) {
        return Optional.of(slice)
                .filter(n -> n.layer() instanceof Slice s
                        && isLastStep(s, network.inputTypes(n).get(0).shape()))
                .flatMap(this::onlySource)
                .filter(n -> n.layer() instanceof Lstm lstm && lstm.sequence());
    }

    private static boolean isLastStep(Slice slice, Shape in) {
        return slice.columns(in).equals(new Span(in.width() - 1, 1, 1))
                && slice.channels(in).isAll(in.channels());
    }

    /** The node that another reads, if nothing else reads it. */
    private Optional<Node> onlySource(Node reader) {
        return Optional.ofNullable(byName.get(reader.inputs().get(0))).filter(source -> reads.get(source.name()) == 1);
    }
}
