package systole.style.streaming.emit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import systole.network.Shape;
import systole.rtl.DesignNames;
import systole.rtl.FileSet;
import systole.rtl.GeneratedFile;
import systole.rtl.Instance;
import systole.rtl.LibraryModules;
import systole.rtl.ResourceText;
import systole.rtl.Rtl;
import systole.rtl.Templates;
import systole.style.streaming.Plan;
import systole.style.streaming.wiring.Stage;

/** Turns a plan into the files of its design folder. The same plan always gives the same bytes. */
public final class Emitter {
    private static final List<String> TESTBENCH = List.of(
            "stream_contract.v",
            "tb.cpp",
            "tb.v",
            "tb_checker.h",
            "tb_dut.h",
            "tb_options.h",
            "tb_phases.vh",
            "tb_run.h",
            "tb_stream.h",
            "value_contract.v");

    private final Templates templates = new Templates();

    /**
     * All files, sorted by path.
     *
     * @param outputShape the network's output shape, for messages of the testbench
     */
    public List<GeneratedFile> emit(Plan plan, Shape outputShape) {
        DesignNames names = DesignNames.of(plan.name());
        FileSet files = new FileSet();
        List<GeneratedFile> verilog = verilog(plan, names, files);
        files.addAll(verilog);
        files.add(new GeneratedFile(
                "rtl/files.f",
                verilog.stream()
                        .map(f -> f.path().substring("rtl/".length()) + "\n")
                        .collect(Collectors.joining())));
        DesignView design = DesignView.of(plan, names.top(), outputShape);
        files.add(new GeneratedFile("testbench/design.h", templates.render("testbench/design.h.ftl", design)));
        files.add(new GeneratedFile("testbench/design.vh", templates.render("testbench/design.vh.ftl", design)));
        TESTBENCH.forEach(
                name -> files.add(new GeneratedFile("testbench/" + name, ResourceText.of("testbench/" + name))));
        files.add(new GeneratedFile("plan.json", PlanJson.of(plan)));
        return files.sorted();
    }

    /**
     * The modules, each after those that it is made of: those of the library, those of units, the top.
     *
     * @param others receives the units' other files, which are the contents of memories
     */
    private List<GeneratedFile> verilog(Plan plan, DesignNames names, FileSet others) {
        TopNames wires = TopNames.of(plan);
        List<GeneratedFile> modules = new ArrayList<>();
        List<Instance> instances = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            String module = names.module(stage.unit().name());
            Rtl rtl = stage.unit().rtl(wires.place(stage, templates, module));
            rtl.files().forEach(file -> {
                if (file.path().endsWith(".v")) {
                    modules.add(file);
                } else {
                    others.add(file);
                }
            });
            instances.add(rtl.instance());
        }
        modules.sort(Comparator.comparing(GeneratedFile::path));
        TopView top = TopView.of(plan, names.top(), wires, instances);
        modules.add(new GeneratedFile("rtl/" + names.top() + ".v", templates.render("top/top.v.ftl", top)));
        List<GeneratedFile> all = new ArrayList<>(LibraryModules.usedBy(modules));
        all.addAll(modules);
        return names.prefixed(all);
    }
}
