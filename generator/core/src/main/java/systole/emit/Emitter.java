package systole.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import systole.network.Shape;
import systole.plan.Plan;
import systole.plan.Stage;
import systole.plan.unit.Unit;

/** Turns a plan into the files of its design folder. The same plan always gives the same bytes. */
public final class Emitter {
    private static final Pattern LIBRARY = Pattern.compile("\\bsystole_[a-z]+\\b");
    private static final List<String> TESTBENCH =
            List.of("stream_contract.v", "tb.cpp", "tb.v", "tb_checker.h", "tb_options.h", "tb_stream.h");

    private final Templates templates = new Templates();

    /**
     * All files, sorted by path.
     *
     * @param outputShape the network's output shape, for messages of the testbench
     */
    public List<GeneratedFile> emit(Plan plan, Shape outputShape) {
        Map<String, String> files = new TreeMap<>();
        Map<String, String> modules = new HashMap<>();
        for (Stage stage : plan.stages()) {
            Unit unit = stage.unit();
            String module = plan.name() + "_" + unit.name();
            modules.put(unit.name(), module);
            unit.accept(new OwnModules(templates, module)).forEach(f -> files.put(f.path(), f.content()));
        }
        List<String> sources = new ArrayList<>(
                files.keySet().stream().filter(p -> p.endsWith(".v")).toList());
        String top = "rtl/" + plan.name() + ".v";
        files.put(top, templates.render("top/top.v.ftl", TopView.of(plan, modules)));
        sources.add(top);
        List<String> library = library(files, sources);
        library.addAll(sources);
        StringBuilder list = new StringBuilder();
        library.forEach(path -> list.append(path.substring("rtl/".length())).append('\n'));
        files.put("rtl/files.f", list.toString());
        DesignView design = DesignView.of(plan, outputShape);
        files.put("testbench/design.h", templates.render("testbench/design.h.ftl", design));
        files.put("testbench/design.vh", templates.render("testbench/design.vh.ftl", design));
        TESTBENCH.forEach(name -> files.put("testbench/" + name, ResourceText.of("testbench/" + name)));
        files.put("plan.json", PlanJson.of(plan));
        return files.entrySet().stream()
                .map(e -> new GeneratedFile(e.getKey(), e.getValue()))
                .toList();
    }

    /** Adds the library modules that the sources use, and those that these use; returns their paths, sorted. */
    private List<String> library(Map<String, String> files, List<String> sources) {
        TreeSet<String> paths = new TreeSet<>();
        List<String> open = new ArrayList<>(sources);
        while (!open.isEmpty()) {
            Matcher matcher = LIBRARY.matcher(files.get(open.remove(open.size() - 1)));
            while (matcher.find()) {
                String path = "rtl/" + matcher.group() + ".v";
                if (paths.add(path)) {
                    files.put(path, LibraryModules.text(matcher.group()));
                    open.add(path);
                }
            }
        }
        return new ArrayList<>(paths);
    }
}
