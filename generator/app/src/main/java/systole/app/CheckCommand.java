package systole.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import systole.BoardFit;
import systole.Systole;
import systole.network.Network;
import systole.target.board.Boards;

/** Validates a network, including everything that its hardware needs, and finds the boards that hold it. Makes no plan. */
@Command(name = "check", description = "Validate a network and tell which boards hold its smallest hardware.")
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Systole systole;

    @Mixin
    private ModelArgument model;

    @Mixin
    private JsonOption json;

    CheckCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        Network network = model.read(systole).network();
        List<BoardFit> boards = systole.boards(network, Boards.list());
        ObjectNode root = Json.object().put("network", network.name());
        root.put("layers", network.nodes().size());
        root.put("parameters", network.parameters()).put("macs", network.macs());
        ArrayNode list = root.putArray("boards");
        boards.forEach(fit -> add(list.addObject(), fit));
        String text = Text.format(
                "OK  %s: %d layers, %,d parameters, %,d MACs a frame\n",
                network.name(), network.nodes().size(), network.parameters(), network.macs());
        json.show(terminal, root, text + table(boards));
        return ExitCode.OK;
    }

    private static void add(ObjectNode node, BoardFit fit) {
        node.put("board", fit.board().id()).put("fits", fit.fits());
        ArrayNode shortages = node.putArray("short");
        fit.shortages().forEach(s -> shortages
                .addObject()
                .put("resource", s.kind().key())
                .put("need", s.need())
                .put("most", s.most()));
    }

    /** The boards that hold the smallest hardware, in one line, and a line for each of the others. */
    private static String table(List<BoardFit> boards) {
        List<String> holding = boards.stream()
                .filter(BoardFit::fits)
                .map(fit -> fit.board().id())
                .toList();
        StringBuilder text = new StringBuilder(
                "fits " + (holding.isEmpty() ? "none of the boards" : String.join(", ", holding)) + "\n");
        for (BoardFit fit : boards) {
            if (!fit.fits()) {
                text.append(Text.format("not %s: %s\n", fit.board().id(), reason(fit)));
            }
        }
        return text.toString();
    }

    private static String reason(BoardFit fit) {
        return fit.shortages().isEmpty()
                ? "there is enough of each resource, but not of all at once"
                : "the smallest hardware needs about "
                        + fit.shortages().stream()
                                .map(s -> Text.format(
                                        "%,d %s of %,d", s.need(), s.kind().words(), s.most()))
                                .collect(Collectors.joining(", "));
    }
}
