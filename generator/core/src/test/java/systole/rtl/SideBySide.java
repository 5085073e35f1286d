package systole.rtl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import systole.design.DesignWriter;
import systole.engine.BeatStream;
import systole.engine.Engine;
import systole.rtl.Instance.Binding;
import systole.target.chip.Chip;
import systole.tool.SynthesisReport;
import systole.tool.Yosys;

/** Engines of several designs in one module, none connected to another, so that one synthesis measures all of them. */
final class SideBySide {
    private static final String TOP = "side_by_side";

    private final Path folder;
    private final Templates templates = new Templates();
    private final Map<String, Engine> engines = new LinkedHashMap<>();
    private final FileSet units = new FileSet();
    private final List<String> ports = new ArrayList<>(List.of("input wire clk", "input wire rst"));
    private final StringBuilder instances = new StringBuilder();

    /** @param folder that takes their Verilog */
    SideBySide(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds an engine.
     *
     * @param design in which it stands, whose name no other design has
     */
    void add(RtlDesign design, Engine engine) {
        String unit = design.network().name() + "_" + engine.name();
        List<String> in = streams(unit + "_in", engine.inputs());
        List<String> out = streams(unit + "_out", engine.outputs());
        for (int i = 0; i < in.size(); i++) {
            port(in.get(i), engine.inputs().get(i), "input", "output");
        }
        for (int i = 0; i < out.size(); i++) {
            port(out.get(i), engine.outputs().get(i), "output", "input");
        }
        if (engine.flags()) {
            ports.add("input wire " + unit + "_flag_bit");
            ports.add("input wire " + unit + "_flag_offered");
            ports.add("output wire " + unit + "_flag_taken");
        }
        String instance = "u_" + unit;
        Rtl rtl = engine.rtl(new Place(templates, unit, instance, unit + "_flag", in, out));
        instances.append(text(rtl.instance()));
        units.addAll(rtl.files());
        engines.put(instance, engine);
    }

    private static List<String> streams(String prefix, List<BeatStream> streams) {
        return IntStream.range(0, streams.size()).mapToObj(i -> prefix + i).toList();
    }

    private void port(String name, BeatStream stream, String forth, String back) {
        ports.add(forth + " wire [" + (stream.width() - 1) + ":0] " + name + "_data");
        ports.add(forth + " wire " + name + "_valid");
        ports.add(back + " wire " + name + "_ready");
    }

    private static String text(Instance instance) {
        String clock = instance.clocked() ? ".clk(clk), .rst(rst), " : "";
        String assigns = instance.assigns().stream()
                .map(a -> "    assign " + a.name() + " = " + a.value() + ";\n")
                .collect(Collectors.joining());
        return "    " + instance.module() + " #(" + bound(instance.parameters()) + ") " + instance.name() + " (" + clock
                + bound(instance.ports()) + ");\n" + assigns;
    }

    private static String bound(List<Binding> bindings) {
        return bindings.stream()
                .map(b -> "." + b.name() + "(" + b.value() + ")")
                .collect(Collectors.joining(", "));
    }

    /** The engines by the names of their instances. */
    Map<String, Engine> engines() {
        return engines;
    }

    /** Synthesizes all of them. The units of the report are the engines. */
    SynthesisReport synthesize(Chip chip) {
        String top =
                "module " + TOP + " (\n    " + String.join(",\n    ", ports) + "\n);\n" + instances + "endmodule\n";
        units.add(new GeneratedFile("rtl/" + TOP + ".v", top));
        units.addAll(LibraryModules.usedBy(verilog()));
        String list = verilog().stream()
                .map(file -> file.path().substring("rtl/".length()) + "\n")
                .collect(Collectors.joining());
        units.add(new GeneratedFile("rtl/files.f", list));
        DesignWriter.write(units.sorted(), folder);
        Path rtl = folder.resolve("rtl");
        return new Yosys(chip).synthesize(rtl, "files.f", TOP, Yosys.Scope.PART, folder.resolve("yosys"));
    }

    private List<GeneratedFile> verilog() {
        return units.sorted().stream().filter(f -> f.path().endsWith(".v")).toList();
    }
}
