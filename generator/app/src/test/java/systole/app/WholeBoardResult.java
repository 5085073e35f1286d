package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import systole.target.board.Boards;
import systole.tool.DesignFolder;
import systole.tool.Yosys;
import systole.tool.netlist.Resources;

/**
 * What {@link WholeBoardsIT} found of a model on a board, kept in a file.
 *
 * @param folder of all results
 */
record WholeBoardResult(Path folder, String board, String model) {
    /** The networks that are tried. */
    static final List<String> MODELS = List.of("fashion", "kws_ref_model");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Path file() {
        return folder.resolve(board + "-" + model + ".json");
    }

    /** Nothing is known until all is. */
    void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the whole top takes. It is kept, too, so that the same Verilog is not synthesized again. */
    Resources synthesize(BoardFolder design) {
        Yosys.Scope scope = design.board().hasProcessor() ? Yosys.Scope.PART : Yosys.Scope.CHIP;
        Path known =
                folder.resolve("synthesis").resolve(scope + "-" + DesignFolder.fingerprint(design.rtl()) + ".json");
        try {
            if (!Files.exists(known)) {
                Resources used = new Yosys(design.board().chip())
                        .synthesize(
                                design.rtl(),
                                design.list(),
                                design.top(),
                                scope,
                                design.path().resolve("sim/yosys"))
                        .total();
                Files.createDirectories(known.getParent());
                JSON.writeValue(known.toFile(), used);
            }
            return JSON.readValue(known.toFile(), Resources.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything was right. */
    void keep(Resources used, long cycles, int frames) {
        ObjectNode result = JSON.createObjectNode();
        result.set("used", JSON.valueToTree(used));
        result.put("cycles", cycles).put("frames", frames);
        try {
            JSON.writeValue(file().toFile(), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<JsonNode> read() {
        try {
            return Files.exists(file()) ? Stream.of(JSON.readTree(file().toFile())) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was kept, for docs/boards.md. */
    static void writeTable(Path folder) {
        MarkdownTable table = new MarkdownTable(
                "Board", "Model", "LUT:", "FF:", "DSP:", "RAMB36:", "Through", "Frames:", "Cycles simulated:");
        for (String board : Boards.ids()) {
            for (String model : MODELS) {
                new WholeBoardResult(folder, board, model).read().forEach(r -> table.row(row(board, model, r)));
            }
        }
        try {
            Files.writeString(Files.createDirectories(folder).resolve("table.md"), table.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] row(String board, String model, JsonNode result) {
        JsonNode used = result.path("used");
        boolean bus = Boards.find(board).orElseThrow().hasProcessor();
        return new String[] {
            board,
            model,
            Text.format("%,d", used.path("lut").asInt()),
            Text.format("%,d", used.path("ff").asInt()),
            used.path("dsp").asText(),
            Text.number(used.path("ramb36").asInt() + used.path("ramb18").asInt() / 2.0),
            bus ? "AXI" : "UART",
            result.path("frames").asText(),
            Text.format("%,d", result.path("cycles").asLong())
        };
    }
}
