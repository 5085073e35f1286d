package systole.tool;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Yosys: synthesizes for Xilinx 7-series, module by module, and counts. */
public final class Yosys {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();
    private static final Duration TIMEOUT = Duration.ofHours(1);

    /** Synthesizes a whole design; the netlist's figures stay in {@code sim/yosys}. */
    public SynthesisReport synthesize(DesignFolder design) {
        return synthesize(design.rtl(), design.name(), design.products("yosys"));
    }

    /**
     * Synthesizes the module {@code top} of the files that {@code files.f} lists.
     *
     * @param products where logs and figures go
     */
    public SynthesisReport synthesize(Path rtl, String top, Path products) {
        Path folder = Folders.fresh(products.toAbsolutePath());
        Path figures = folder.resolve("stat.json");
        Path netlist = folder.resolve("top.json");
        Path flat = folder.resolve("flat.blif");
        List<String> words = List.of("yosys", "-q", "-p", script(rtl, top, figures, netlist, flat));
        new Command(words, rtl, folder.resolve("yosys.log"), TIMEOUT).succeed();
        return new Count(read(figures).path("modules"))
                .report(top, read(netlist).path("modules"), cells(flat));
    }

    /** The netlist in between is large and of no more use. */
    private static List<MappedCell> cells(Path flat) {
        try (Stream<String> lines = Files.lines(flat)) {
            List<MappedCell> cells = Netlist.cells(lines);
            Files.delete(flat);
            return cells;
        } catch (IOException e) {
            throw new ToolFailedException("yosys left no readable netlist in " + flat, e);
        }
    }

    /** Not flattened, so that every module is mapped once; no pads, for the design is a part of a larger one. */
    private static String script(Path rtl, String top, Path figures, Path netlist, Path flat) {
        List<String> commands = new ArrayList<>();
        commands.add("read_verilog -defer " + String.join(" ", DesignFolder.sources(rtl)));
        commands.add("synth_xilinx -family xc7 -noiopad -noclkbuf -top " + top);
        // Below a top module, stat mixes lines that are no JSON into its figures; without, it leaves a comma behind
        // (0.23).
        commands.add("setattr -mod -unset top");
        commands.add("tee -q -o " + figures + " stat -json -tech xilinx");
        commands.add("select " + top);
        commands.add("json -o " + netlist);
        commands.add("select -clear");
        commands.add("setattr -mod -set top 1 " + top);
        commands.add("flatten");
        commands.add("write_blif -cname " + flat);
        return String.join("; ", commands);
    }

    private static JsonNode read(Path json) {
        try {
            return JSON.readTree(json.toFile());
        } catch (IOException e) {
            throw new ToolFailedException("yosys left no readable figures in " + json, e);
        }
    }

    /** Adds up the cells of a hierarchy. */
    private static final class Count {
        private final JsonNode modules;
        private final Map<String, Resources> known = new HashMap<>();

        Count(JsonNode modules) {
            this.modules = modules;
        }

        SynthesisReport report(String top, JsonNode netlist, List<MappedCell> cells) {
            Map<String, Resources> units = new TreeMap<>();
            Resources glue = Resources.NONE;
            for (var cell : netlist.path(top).path("cells").properties()) {
                String type = cell.getValue().path("type").asText();
                if (isModule(type)) {
                    units.put(cell.getKey(), ofModule(type));
                } else {
                    glue = glue.plus(Primitives.cost(type));
                }
            }
            return new SynthesisReport(ofModule(top), units, LogicLevels.of(cells), FanOut.of(cells), glue);
        }

        /** All cells under a module, itself included. */
        private Resources ofModule(String name) {
            if (known.containsKey(name)) {
                return known.get(name);
            }
            Resources sum = Resources.NONE;
            for (var cells : module(name).path("num_cells_by_type").properties()) {
                String type = cells.getKey();
                Resources one = isModule(type) ? ofModule(type) : Primitives.cost(type);
                sum = sum.plus(one.times(cells.getValue().asInt()));
            }
            known.put(name, sum);
            return sum;
        }

        private boolean isModule(String type) {
            return !module(type).isMissingNode();
        }

        /** Yosys writes names from Verilog with a backslash in front. */
        private JsonNode module(String name) {
            JsonNode escaped = modules.path("\\" + name);
            return escaped.isMissingNode() ? modules.path(name) : escaped;
        }
    }
}
