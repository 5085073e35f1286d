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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import systole.target.chip.Chip;
import systole.target.chip.SpeedGrade;
import systole.tool.netlist.DspAbsorption;
import systole.tool.netlist.MappedCell;
import systole.tool.netlist.Netlist;
import systole.tool.netlist.PathFigures;
import systole.tool.netlist.Resources;

/**
 * Runs Yosys, which synthesizes for a chip, module by module, counts resources and analyses paths. Into the DSP slices of
 * some chips it packs no registers. There, the flat netlist is searched for the cells that belong inside; such a netlist is
 * not what the chip would do, and nobody simulates it.
 */
public final class Yosys {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();
    private static final Duration TIMEOUT = Duration.ofHours(3);

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

    /** Synthesizes a core alone. The figures of the netlist stay in {@code sim/yosys}. */
    public SynthesisReport synthesize(DesignFolder design) {
        return synthesize(design.rtl(), "files.f", design.name(), Scope.PART, design.products("yosys"));
    }

    /** Synthesizes a core with what is around it. The figures of the netlist stay in {@code sim/yosys}. */
    public SynthesisReport synthesize(DesignFolder design, Wrapper wrapper) {
        try (Products made = Products.open(design.products("yosys")).empty()) {
            List<String> sources = new ArrayList<>(design.sources());
            wrapper.write(made.folder())
                    .forEach(name ->
                            sources.add(design.seen(made.folder().resolve(name)).toString()));
            return run(design.rtl(), sources, wrapper.module(), design.name(), Scope.PART, made.folder());
        }
    }

    /**
     * Synthesizes the module {@code top}.
     *
     * @param list the file in {@code rtl} that lists the Verilog
     * @param products the folder for logs and figures; on the way there from {@code rtl}, in which Yosys runs, no name has
     *     a character that its scripts give a meaning to
     */
    public SynthesisReport synthesize(Path rtl, String list, String top, Scope scope, Path products) {
        List<String> sources = DesignFolder.sources(rtl, list);
        try (Products made = Products.open(products.toAbsolutePath()).empty()) {
            return run(rtl, sources, top, top, scope, made.folder());
        }
    }

    private SynthesisReport run(Path rtl, List<String> sources, String top, String core, Scope scope, Path products) {
        String seen = rtl.toAbsolutePath().relativize(products).toString();
        String script = new YosysScript(chip, sources, top, core, scope, seen).text();
        new Command(List.of("yosys", "-q", "-p", script), rtl, products.resolve("yosys.log"), TIMEOUT).succeed();
        CellCount count = new CellCount(read(products, YosysScript.FIGURES).path("modules"));
        Map<String, Resources> units = count.instances(
                read(products, YosysScript.NETLIST).path("modules").path(core).path("cells"));
        Resources total = count.ofModule(core);
        Optional<Resources> shell = core.equals(top)
                ? Optional.empty()
                : Optional.of(count.ofModule(top).minus(total));
        List<MappedCell> flat = scope == Scope.CHIP ? List.of() : cells(products.resolve(YosysScript.FLAT));
        return report(
                total,
                units,
                shell,
                shell.isPresent()
                        ? flat.stream().map(c -> c.below(Wrapper.CORE)).toList()
                        : flat);
    }

    /** The report, without what is in DSP slices. */
    private SynthesisReport report(
            Resources total, Map<String, Resources> units, Optional<Resources> shell, List<MappedCell> cells) {
        Optional<DspAbsorption> slices = chip.family().synthesizer().packsDsp()
                ? Optional.empty()
                : Optional.of(DspAbsorption.of(cells, chip.family().dsp().name()));
        Map<String, Resources> inside = slices.map(DspAbsorption::resources).orElse(Map.of());
        Resources ofShell = inside.getOrDefault(MappedCell.SHELL, Resources.NONE);
        Resources absorbed =
                inside.values().stream().reduce(Resources.NONE, Resources::plus).minus(ofShell);
        Resources glue = total.minus(units.values().stream().reduce(Resources.NONE, Resources::plus));
        units.replaceAll((name, r) -> r.minus(inside.getOrDefault(name, Resources.NONE)));
        return new SynthesisReport(
                total.minus(absorbed),
                units,
                glue.minus(inside.getOrDefault("", Resources.NONE)),
                absorbed,
                shell.map(r -> r.minus(ofShell)),
                PathFigures.of(
                        slices.map(s -> s.rest(cells)).orElse(cells),
                        chip.speedGrade().map(SpeedGrade::slowness)));
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

    private static JsonNode read(Path products, String json) {
        try {
            return JSON.readTree(products.resolve(json).toFile());
        } catch (IOException e) {
            throw new ToolFailedException("yosys left no readable figures in " + products.resolve(json), e);
        }
    }
}
