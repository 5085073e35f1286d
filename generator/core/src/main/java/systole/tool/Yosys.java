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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import systole.target.chip.Chip;
import systole.tool.netlist.DspAbsorption;
import systole.tool.netlist.FanOut;
import systole.tool.netlist.LogicLevels;
import systole.tool.netlist.MappedCell;
import systole.tool.netlist.Netlist;
import systole.tool.netlist.Primitives;
import systole.tool.netlist.Resources;

/**
 * Runs Yosys, which synthesizes for a chip, module by module, and counts resources. Into the DSP slices of some chips it
 * packs no registers. There, the flat netlist is searched for the cells that belong inside; such a netlist is not what the
 * chip would do, and nobody simulates it.
 */
public final class Yosys {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();
    private static final Duration TIMEOUT = Duration.ofHours(3);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");
    private static final String FIGURES = "stat.json";
    private static final String NETLIST = "top.json";
    private static final String FLAT = "flat.blif";

    /** The part of the chip that a module is. */
    public enum Scope {
        /** A part of something larger: no pads. */
        PART,
        /**
         * The whole chip, with pads and clock buffers. Every wire must have exactly one driver. Paths are not analysed.
         */
        CHIP
    }

    private final Chip chip;

    /** @param chip that is synthesized for */
    public Yosys(Chip chip) {
        this.chip = chip;
    }

    /** Synthesizes a whole design. The figures of the netlist stay in {@code sim/yosys}. */
    public SynthesisReport synthesize(DesignFolder design) {
        return synthesize(design.rtl(), "files.f", design.name(), Scope.PART, design.products("yosys"));
    }

    /**
     * Synthesizes the module {@code top}.
     *
     * @param list the file in {@code rtl} that lists the Verilog
     * @param products the folder for logs and figures; on the way there from {@code rtl}, in which Yosys runs, no name has
     *     a character that its scripts give a meaning to
     */
    public SynthesisReport synthesize(Path rtl, String list, String top, Scope scope, Path products) {
        String seen = rtl.toAbsolutePath().relativize(products.toAbsolutePath()).toString();
        if (!PLAIN.matcher(seen).matches()) {
            throw new IllegalArgumentException("a script of Yosys cannot have the path " + seen);
        }
        List<String> sources = DesignFolder.sources(rtl, list);
        List<String> words = List.of("yosys", "-q", "-p", script(sources, top, scope, seen + "/"));
        try (Products made = Products.open(products.toAbsolutePath()).empty()) {
            Path folder = made.folder();
            new Command(words, rtl, folder.resolve("yosys.log"), TIMEOUT).succeed();
            Count count = new Count(read(folder.resolve(FIGURES)).path("modules"));
            return count.report(
                    top,
                    read(folder.resolve(NETLIST)).path("modules"),
                    scope == Scope.PART ? cells(folder.resolve(FLAT)) : List.of());
        }
    }

    /** Reads the cells of the flat netlist and removes its file, which is large and not needed any more. */
    private static List<MappedCell> cells(Path flat) {
        try (Stream<String> lines = Files.lines(flat)) {
            List<MappedCell> cells = Netlist.cells(lines);
            Files.delete(flat);
            return cells;
        } catch (IOException e) {
            throw new ToolFailedException("yosys left no readable netlist in " + flat, e);
        }
    }

    private String family() {
        return chip.family().synthesizer().family() + (chip.uram() > 0 ? " -uram" : "");
    }

    /** The script of Yosys. The design is not flattened, so that every module is mapped only once. */
    private String script(List<String> sources, String top, Scope scope, String products) {
        List<String> commands = new ArrayList<>();
        commands.add("read_verilog -defer " + String.join(" ", sources));
        String synthesis = "synth_xilinx -family " + family() + " " + (scope == Scope.PART ? "-noiopad -noclkbuf " : "")
                + "-top " + top + " -run ";
        commands.add(synthesis + "begin:prepare");
        // By now, the hundreds of primitives of Xilinx have been read. Passes look through all of them, for each module
        // anew, so that those which no netlist may have would take half of the time.
        commands.add("select -set known =" + String.join(" =", Primitives.names()));
        commands.add("delete =A:blackbox @known %d");
        commands.add(synthesis + "prepare:");
        // With a top module, stat of version 0.23 mixes lines that are not JSON into its figures. Without one, it
        // leaves a comma at the end.
        commands.add("setattr -mod -unset top");
        commands.add("tee -q -o " + products + FIGURES + " stat -json -tech xilinx");
        commands.add("select " + top);
        commands.add("json -o " + products + NETLIST);
        commands.add("select -clear");
        commands.add("setattr -mod -set top 1 " + top);
        commands.add("flatten");
        // This gives each net a single name. Otherwise a net has one in every module that it goes through.
        commands.add("opt_clean");
        commands.add(scope == Scope.CHIP ? "check -assert" : "write_blif -cname " + products + FLAT);
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
    private final class Count {
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
            SynthesisReport all = new SynthesisReport(
                    ofModule(top), units, LogicLevels.of(cells), FanOut.of(cells), glue, Resources.NONE);
            return chip.family().synthesizer().packsDsp() ? all : packed(all, cells);
        }

        /** The same without what is in DSP slices. */
        private SynthesisReport packed(SynthesisReport all, List<MappedCell> cells) {
            DspAbsorption inside = DspAbsorption.of(cells, chip.family().dsp().name());
            Map<String, Resources> absorbed = inside.resources();
            Map<String, Resources> units = new TreeMap<>(all.units());
            units.replaceAll((name, r) -> r.minus(absorbed.getOrDefault(name, Resources.NONE)));
            Resources sum = absorbed.values().stream().reduce(Resources.NONE, Resources::plus);
            List<MappedCell> rest = inside.rest(cells);
            return new SynthesisReport(
                    all.total().minus(sum),
                    units,
                    LogicLevels.of(rest),
                    FanOut.of(rest),
                    all.glue().minus(absorbed.getOrDefault("", Resources.NONE)),
                    sum);
        }

        /** All cells of a module and of the modules below it. */
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
