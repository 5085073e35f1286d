package systole.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import systole.design.Design;
import systole.design.DesignUnit;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/**
 * Where the cycles and the resources of a design go: a row for each unit that computes, and one for all that is between
 * them. Resources are those that were synthesized, or else predicted.
 */
record Breakdown(Design design, Optional<Synthesis> synthesis) {
    private static final String REST = "between the engines";

    /** The columns of resources that the design takes any of. */
    List<ChipResource> columns() {
        return ChipResource.of(design, synthesis).stream()
                .filter(r -> r.kind() != ResourceKind.FF && total(r) > 0)
                .toList();
    }

    List<PageView.ShareRow> rows() {
        List<PageView.ShareRow> rows =
                new ArrayList<>(design.engines().map(this::row).toList());
        synthesis.ifPresent(counted -> rows.add(new PageView.ShareRow(REST, "", rest(counted))));
        return rows;
    }

    private PageView.ShareRow row(DesignUnit engine) {
        long cycles = engine.work().orElseThrow().cycles();
        PageView.Share busy = share(cycles, design.prediction().interval());
        Stream<PageView.Share> resources =
                columns().stream().map(r -> share(taken(engine).of(r.kind()), total(r)));
        return new PageView.ShareRow(
                engine.name(),
                engine.description().kind(),
                Stream.concat(Stream.of(busy), resources).toList());
    }

    /** What no engine takes: FIFOs, forks and converters of widths, and the top module. */
    private List<PageView.Share> rest(Synthesis counted) {
        Stream<PageView.Share> resources = columns().stream().map(r -> {
            int engines = design.engines().mapToInt(e -> taken(e).of(r.kind())).sum();
            return share(counted.total().of(r.kind()) - engines, total(r));
        });
        return Stream.concat(Stream.of(new PageView.Share("–", "", "0%")), resources)
                .toList();
    }

    private ResourceVector taken(DesignUnit engine) {
        return synthesis
                .map(s -> s.unit(engine).orElse(ResourceVector.NONE))
                .orElseGet(() -> engine.work().orElseThrow().cost());
    }

    private static int total(ChipResource resource) {
        return resource.synthesized().or(resource::predicted).orElse(0);
    }

    private static PageView.Share share(long part, double whole) {
        String percent = Figures.percent(part / whole);
        return new PageView.Share(Figures.count(part), percent, percent.replace(" ", ""));
    }
}
