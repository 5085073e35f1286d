package systole.style.streaming.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import systole.network.Shape;
import systole.rtl.GeneratedFile;
import systole.rtl.Instance;
import systole.rtl.Place;
import systole.rtl.ResourceText;
import systole.rtl.Rtl;
import systole.rtl.Templates;
import systole.style.streaming.Plan;
import systole.style.streaming.wiring.Stage;

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
        List<Instance> instances = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            String name = stage.unit().name();
            Place place = new Place(templates, plan.name() + "_" + name, name, stage.sources(), stage.sinks());
            Rtl rtl = stage.unit().rtl(place);
            rtl.files().forEach(f -> files.put(f.path(), f.content()));
            instances.add(rtl.instance());
        }
        List<String> sources = new ArrayList<>(
                files.keySet().stream().filter(p -> p.endsWith(".v")).toList());
        String top = "rtl/" + plan.name() + ".v";
        files.put(top, templates.render("rtl/top.v.ftl", TopView.of(plan, instances)));
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

    /**
     * Adds the library modules that the sources use, directly or through other library modules. Returns their paths,
     * sorted.
     */
    private List<String> library(Map<String, String> files, List<String> sources) {
        TreeSet<String> paths = new TreeSet<>();
        List<String> open = new ArrayList<>(sources);
        while (!open.isEmpty()) {
            Matcher matcher = LIBRARY.matcher(files.get(open.remove(open.size() - 1)));
            while (matcher.find()) {
                String path = "rtl/" + matcher.group() + ".v";
                if (paths.add(path)) {
                    files.put(path, templates.render(path + ".ftl", Map.of()));
                    open.add(path);
                }
            }
        }
        return new ArrayList<>(paths);
    }
}
