package systole.rtl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final Collection<String> sources = new TreeSet<>();
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
        Rtl rtl = engine.rtl(new Place(templates, unit, unit, in, out));
        instances.append(text(unit, rtl.instance()));
        copy(design.folder().rtl(), design.network().name() + ".v");
        engines.put("u_" + unit, engine);
    }

    private static List<String> streams(String prefix, List<BeatStream> streams) {
        return IntStream.range(0, streams.size()).mapToObj(i -> prefix + i).toList();
    }

    private void port(String name, BeatStream stream, String forth, String back) {
        ports.add(forth + " wire [" + (stream.width() - 1) + ":0] " + name + "_data");
        ports.add(forth + " wire " + name + "_valid");
        ports.add(back + " wire " + name + "_ready");
    }

    private static String text(String name, Instance instance) {
        String clock = instance.clocked() ? ".clk(clk), .rst(rst), " : "";
        String assigns = instance.assigns().stream()
                .map(a -> "    assign " + a.name() + " = " + a.value() + ";\n")
                .collect(Collectors.joining());
        return "    " + instance.module() + " #(" + bound(instance.parameters()) + ") u_" + name + " (" + clock
                + bound(instance.ports()) + ");\n" + assigns;
    }

    private static String bound(List<Binding> bindings) {
        return bindings.stream()
                .map(b -> "." + b.name() + "(" + b.value() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Copies a design's modules and memories, but not its top. Modules of the library are the same in all designs. */
    private void copy(Path rtl, String top) {
        try (Stream<Path> files = Files.list(rtl)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(top)) {
                    Files.write(folder.resolve(name), Files.readAllBytes(file));
                }
                if (name.endsWith(".v") && !name.equals(top)) {
                    sources.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engines by the names of their instances. */
    Map<String, Engine> engines() {
        return engines;
    }

    /** Synthesizes all of them. The units of the report are the engines. */
    SynthesisReport synthesize(Chip chip) {
        String top =
                "module " + TOP + " (\n    " + String.join(",\n    ", ports) + "\n);\n" + instances + "endmodule\n";
        sources.add(TOP + ".v");
        try {
            Files.writeString(folder.resolve(TOP + ".v"), top);
            Files.writeString(folder.resolve("files.f"), String.join("\n", sources));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Yosys(chip).synthesize(folder, "files.f", TOP, Yosys.Scope.PART, folder.resolve("yosys"));
    }
}
