package systole.frontend.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.lstm.Lstm;
import systole.layer.pool.MaxPool2d;
import systole.layer.reverse.Reverse;
import systole.network.Activation;
import systole.network.Layer;
import systole.network.Network;
import systole.network.NetworkValidator;
import systole.network.Node;

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
        reads.merge(network.output(), 1, Integer::sum);
    }

    /** The last step of a sequence [T, C], as a chain of layers: the first step of the reversed sequence. */
    public static List<Layer> layers(int steps) {
        return List.of(
                new Reverse(), MaxPool2d.maxpool2d().kernel(1).stride(1, steps).get());
    }

    /** The same network with fewer layers, or itself. */
    public static Network joined(Network network, SourceRef where) {
        return new LastStep(network).joined(where);
    }

    private Network joined(SourceRef where) {
        Map<String, Lstm> shortened = new HashMap<>();
        List<String> dropped = new ArrayList<>();
        for (Node pool : network.nodes()) {
            sequenceBehind(pool).ifPresent(reverse -> {
                Node lstm = byName.get(reverse.inputs().get(0));
                shortened.put(lstm.name(), ((Lstm) lstm.layer()).lastStep());
                renamed.put(pool.name(), lstm.name());
                dropped.addAll(List.of(reverse.name(), pool.name()));
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
                network.inputType(),
                nodes,
                name(network.output()),
                where,
                new Problems());
    }

    private String name(String tensor) {
        return renamed.getOrDefault(tensor, tensor);
    }

    /** The reversal between an LSTM and the node that takes one step of it, if the node is of this kind. */
    private Optional<Node> sequenceBehind(Node pool) {
        return Optional.of(pool)
                .filter(n -> n.layer() instanceof MaxPool2d p
                        && p.window().kernelH() == 1
                        && p.window().kernelW() == 1
                        && p.activation() == Activation.Named.NONE
                        && network.type(n.name()).shape().pixels() == 1)
                .flatMap(this::onlySource)
                .filter(n -> n.layer() instanceof Reverse)
                .filter(n -> onlySource(n)
                        .filter(l -> l.layer() instanceof Lstm lstm && lstm.sequence())
                        .isPresent());
    }

    /** The node that another reads, if nothing else reads it. */
    private Optional<Node> onlySource(Node reader) {
        return Optional.ofNullable(byName.get(reader.inputs().get(0))).filter(source -> reads.get(source.name()) == 1);
    }
}
