package systole.report;

import systole.design.Design;
import systole.design.DesignWriter;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;
import systole.tool.DesignFolder;

/** Writes {@code report.html} into a design folder. The page shows the design and the results that are there. */
public final class Report {
    private static final String FILE = "report.html";

    private Report() {}

    /** Renders the page again for the hardware in the folder. */
    public static void write(Design design, DesignFolder folder) {
        DesignWriter.write(new GeneratedFile(FILE, render(design, Results.of(folder))), folder.root());
    }

    static String render(Design design, Results results) {
        return new Templates().render("report/report.html.ftl", new Page(design, results).view());
    }
}
