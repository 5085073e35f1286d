package systole.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import systole.report.DesignComparison;
import systole.report.Summary;

/** Compares two designs by their plans and results. */
@Command(
        name = "report",
        description = {
            "Compare two designs: cycles, resources and accuracy, as planned and as measured.",
            "What was simulated or synthesized in a folder is shown beside its plan. The page about a single design is"
                    + " report.html in its folder."
        })
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "A", description = "Folder of the first design.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "Folder of the second design.")
    private Path second;

    @Option(names = "--page", paramLabel = "FILE.html", description = "Write the comparison as a page, too.")
    private Optional<Path> page;

    @Mixin
    private JsonOption json;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DesignComparison comparison = new DesignComparison(Summary.of(first), Summary.of(second));
        page.ifPresent(file -> OutputFile.write(file, comparison.page()));
        json.show(terminal, comparison.json(), text(comparison));
        return ExitCode.OK;
    }

    private static String text(DesignComparison comparison) {
        Table figures = table("", comparison);
        comparison.figures().forEach(r -> figures.row(r.name(), r.a().text(), r.b().text(), r.changeText()));
        List<String> names = comparison.engines().get(0).rows().stream()
                .map(DesignComparison.Row::name)
                .toList();
        StringBuilder out = new StringBuilder(figures.toString());
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            Table engines = table(names.get(i), comparison);
            comparison.engines().forEach(e -> {
                DesignComparison.Row row = e.rows().get(column);
                engines.row("  " + e.name(), row.a().text(), row.b().text(), row.changeText());
            });
            out.append('\n').append(engines);
        }
        return out.toString();
    }

    private static Table table(String rows, DesignComparison comparison) {
        Table table = new Table(rows, title(comparison.a()), title(comparison.b()), "change");
        table.alignRight(1);
        return table;
    }

    private static String title(Summary design) {
        return design.name() + " on " + design.board();
    }
}
