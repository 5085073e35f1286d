package systole.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import systole.Systole;
import systole.model.Model;
import systole.network.Bundle;
import systole.network.Network;
import systole.network.Node;
import systole.network.Port;
import systole.network.Side;
import systole.network.TensorType;

/** Shows a network. */
@Command(name = "info", description = "Show the layers of a network: shapes, types, parameters, operations.")
final class InfoCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Systole systole;

    @Mixin
    private ModelArgument model;

    @Mixin
    private JsonOption json;

    InfoCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        Model read = model.read(systole);
        json.show(terminal, tree(read), table(read.network()) + states(read.network()) + files(read));
        return ExitCode.OK;
    }

    private static String table(Network network) {
        Table table = new Table("layer", "kind", "reads", "output", "scale", "zero", "parameters", "MACs");
        for (String name : network.inputs()) {
            TensorType input = network.type(name);
            table.row(
                    name,
                    "input",
                    "",
                    type(input),
                    scale(input),
                    input.element().zero(),
                    "",
                    "");
        }
        for (Node node : network.nodes()) {
            TensorType output = network.type(node.name());
            table.row(
                    node.name(),
                    node.layer().kind(),
                    String.join(", ", node.inputs()),
                    type(output),
                    scale(output),
                    output.element().zero(),
                    node.layer().parameters(),
                    macs(network, node));
        }
        table.row("total", "", "", "", "", "", network.parameters(), network.macs());
        return "network " + network.name() + ", output " + String.join(", ", network.outputs()) + "\n\n" + table;
    }

    /** The layers whose outputs depend on earlier frames, if there are any. */
    private static String states(Network network) {
        String layers = network.nodes().stream()
                .filter(n -> n.layer().stateful())
                .map(Node::name)
                .collect(Collectors.joining(", "));
        return layers.isEmpty() ? "" : "\na state is carried from frame to frame in " + layers + "\n";
    }

    /** The arrangement of files, if it differs from the order of the stream. */
    private static String files(Model model) {
        return files("inputs", model.in()) + files("outputs", model.out());
    }

    private static String files(String what, Side side) {
        Bundle bundle = side.bundle();
        return IntStream.range(0, bundle.count())
                .mapToObj(i -> file(
                        bundle.isSingle() ? what : bundle.names().get(i),
                        side.ports().get(i),
                        bundle.types().get(i)))
                .collect(Collectors.joining());
    }

    private static String file(String what, Port port, TensorType type) {
        return port.dims().equals(type.shape().dims()) && port.layout().isRowMajor()
                ? ""
                : "\nfiles with " + what + " hold frames " + port.dims() + " as the model does; they stream as "
                        + type.shape() + "\n";
    }

    private static ObjectNode tree(Model model) {
        Network network = model.network();
        ObjectNode root = Json.object().put("network", network.name());
        ports(root.putArray("inputs"), model.in());
        ports(root.putArray("outputs"), model.out());
        root.put("parameters", network.parameters()).put("macs", network.macs()).put("stateful", network.stateful());
        ArrayNode layers = root.putArray("layers");
        for (Node node : network.nodes()) {
            ObjectNode layer = tensor(node.name(), network.type(node.name()));
            layer.put("kind", node.layer().kind());
            node.inputs().forEach(layer.putArray("reads")::add);
            layer.put("parameters", node.layer().parameters()).put("macs", macs(network, node));
            layers.add(layer);
        }
        return root;
    }

    private static void ports(ArrayNode list, Side side) {
        Bundle bundle = side.bundle();
        for (int i = 0; i < bundle.count(); i++) {
            list.add(port(
                    tensor(bundle.names().get(i), bundle.types().get(i)),
                    side.ports().get(i)));
        }
    }

    private static ObjectNode port(ObjectNode tensor, Port port) {
        tensor.put("model_name", port.tensor());
        port.dims().forEach(tensor.putArray("model_shape")::add);
        return tensor;
    }

    private static ObjectNode tensor(String name, TensorType type) {
        ObjectNode node = Json.object().put("name", name);
        type.shape().dims().forEach(node.putArray("shape")::add);
        return node.put("type", type.type().toString())
                .put("scale", type.element().scale())
                .put("zero", type.element().zero());
    }

    private static long macs(Network network, Node node) {
        return node.layer().macs(network.inputTypes(node), network.type(node.name()));
    }

    private static String type(TensorType type) {
        return type.type().toString() + type.shape();
    }

    private static String scale(TensorType type) {
        return String.valueOf((float) type.element().scale());
    }
}
