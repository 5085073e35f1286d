package systole.frontend.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import systole.data.AtomicFile;
import systole.data.Npz;
import systole.layer.Catalog;
import systole.layer.LayerKind;
import systole.network.Layer;
import systole.network.Network;
import systole.network.Node;
import systole.network.Quantized;
import systole.network.TensorType;

/**
 * Writes networks in text form. The same network gives the same bytes, and reading them gives the same network.
 *
 * <p>Large tensors go into {@code <network>.npz} beside the text.
 */
public final class NetWriter {
    private static final int WIDTH = 100;

    private final Catalog catalog;

    public NetWriter(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Writes {@code file}, and the arrays beside it if there are any. */
    public void write(Network network, Path file) {
        NetText net = write(network);
        if (!net.arrays().isEmpty()) {
            Npz.write(net.arrays(), file.resolveSibling(net.archive()));
        }
        try {
            AtomicFile.write(file, net.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text and the arrays of a network. */
    public NetText write(Network network) {
        ArrayStore store = new ArrayStore(network.name() + ".npz");
        StringBuilder out = new StringBuilder();
        out.append("network ").append(network.name()).append("\n\n");
        network.inputs().forEach(input -> out.append("input " + input + " : " + text(network.type(input)) + "\n"));
        out.append('\n');
        network.nodes().forEach(node -> out.append(statement(node, store)));
        out.append('\n');
        network.outputs().forEach(output -> out.append("output " + output + "\n"));
        return new NetText(out.toString(), network.name() + ".npz", store.arrays());
    }

    private String statement(Node node, ArrayStore store) {
        StatementWriter writer = new StatementWriter(node.name(), store);
        writeLayer(node.layer(), writer);
        List<String> arguments = new ArrayList<>(node.inputs());
        arguments.addAll(writer.arguments());
        StringBuilder out =
                new StringBuilder(call(node.name() + " = " + node.layer().kind() + "(", arguments));
        writer.output().ifPresent(type -> clause("-> " + text(type.type().toString(), type), out));
        node.build().filter(b -> b.engine().isEmpty()).ifPresent(b -> clause("fold " + b.text(), out));
        out.append('\n');
        node.build()
                .filter(b -> !b.engine().isEmpty())
                .ifPresent(b -> out.append("build " + node.name() + " = " + b.text() + "\n"));
        return out.toString();
    }

    private void writeLayer(Layer layer, StatementWriter writer) {
        LayerKind<Layer> kind = catalog.of(layer);
        kind.syntax().write(layer, writer);
    }

    /** Fills lines with arguments; the following lines start below the first argument. */
    private static String call(String head, List<String> arguments) {
        StringBuilder out = new StringBuilder(head);
        for (int i = 0; i < arguments.size(); i++) {
            String piece = arguments.get(i) + (i + 1 < arguments.size() ? "," : ")");
            int used = lastLine(out);
            boolean first = i == 0;
            if (!first && used + 1 + piece.length() > WIDTH) {
                out.append('\n').append(" ".repeat(head.length()));
            } else if (!first) {
                out.append(' ');
            }
            out.append(piece);
        }
        return out.toString();
    }

    private static void clause(String clause, StringBuilder out) {
        boolean fits = out.indexOf("\n") < 0 && out.length() + 1 + clause.length() <= WIDTH;
        out.append(fits ? " " : "\n    ").append(clause);
    }

    private static int lastLine(StringBuilder out) {
        return out.length() - 1 - out.lastIndexOf("\n");
    }

    private static String text(TensorType type) {
        return text(type.type().toString() + type.shape(), type.element());
    }

    private static String text(String type, Quantized element) {
        return type
                + (element.scale() == 1 ? "" : " scale " + Decimal.of(element.scale()))
                + (element.zero() == 0 ? "" : " zero " + element.zero());
    }
}
