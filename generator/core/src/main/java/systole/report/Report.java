package systole.report;

import systole.design.DesignWriter;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;
import systole.style.streaming.Plan;
import systole.tool.DesignFolder;

/** Writes {@code report.html} into a design folder. The page shows the plan and the results in the folder. */
public final class Report {
    private static final String FILE = "report.html";

    private Report() {}

    /** Renders the page again. The folder must hold the hardware of the plan. */
    public static void write(Plan plan, DesignFolder design) {
        DesignWriter.write(new GeneratedFile(FILE, render(plan, Results.of(design))), design.root());
    }

    static String render(Plan plan, Results results) {
        return new Templates().render("report/report.html.ftl", new Page(plan, results).view());
    }
}
