package systole.kit;

import java.util.ArrayList;
import java.util.List;
import systole.rtl.GeneratedFile;
import systole.rtl.ResourceText;
import systole.rtl.Templates;
import systole.shell.ShellSpec;
import systole.target.board.Processor;
import systole.target.resource.ResourceVector;

/** The scripts for Vivado: one with the values of the design, and the flows, which are the same for every design. */
public final class TclPart implements KitPart {
    /** The values that {@code design.tcl.ftl} needs. Widths are in bits, frequencies in MHz. */
    public record View(
            String design,
            String top,
            String list,
            String part,
            String board,
            String boards,
            String mhz,
            String busMhz,
            String crystal,
            int inWidth,
            int outWidth,
            int coreClock,
            int lut,
            int dsp,
            int ramb18) {
        static View of(KitDesign design) {
            ShellSpec shell = design.shell();
            ResourceVector cost = design.cost();
            return new View(
                    design.name(),
                    design.top(),
                    design.list(),
                    design.board().part(),
                    design.board().name(),
                    String.join(" ", design.board().io().vivadoBoards()),
                    Decimals.of(design.mhz()),
                    Decimals.of(design.busMhz()),
                    design.board().io().processors().stream()
                            .map(Processor::crystalMhz)
                            .map(Decimals::of)
                            .findFirst()
                            .orElse("0"),
                    8 * shell.input().busBytes(),
                    8 * shell.output().busBytes(),
                    shell.ownCoreClock() ? 1 : 0,
                    cost.lut(),
                    cost.dsp(),
                    cost.ramb18());
        }
    }

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(KitDesign design) {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile("tcl/design.tcl", templates.render("tcl/design.tcl.ftl", View.of(design))));
        files.add(flow("common", "common"));
        files.add(flow("program", "program"));
        design.board()
                .processor()
                .ifPresentOrElse(
                        processor -> {
                            files.add(flow("processor_" + processor.script(), "processor"));
                            files.add(flow("build_zynq", "build"));
                            files.add(flow("package_ip", "package_ip"));
                            files.add(flow("block_design", "block_design"));
                        },
                        () -> {
                            files.add(flow("build", "build"));
                            files.add(flow("project", "project"));
                        });
        return files;
    }

    private static GeneratedFile flow(String resource, String name) {
        return new GeneratedFile("tcl/" + name + ".tcl", ResourceText.of("templates/tcl/" + resource + ".tcl"));
    }
}
