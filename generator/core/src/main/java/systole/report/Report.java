package systole.report;

import java.util.List;
import systole.design.Design;
import systole.design.DesignWriter;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;
import systole.tool.DesignFolder;

/** Writes {@code report.html} into a design folder. The page shows the design and the results that are there. */
public final class Report {
    private Report() {}

    /** Renders the page again for the hardware in the folder. Returns its path if it was edited and stays. */
    public static List<String> write(Design design, DesignFolder folder) {
        return DesignWriter.write(
                new GeneratedFile(Design.PAGE, render(design, Results.of(folder.root()))), folder.root());
    }

    static String render(Design design, Results results) {
        return new Templates().render("report/report.html.ftl", new Page(design, results).view());
    }
}
