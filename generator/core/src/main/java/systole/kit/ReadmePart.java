package systole.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import systole.board.Board;
import systole.emit.GeneratedFile;
import systole.emit.Templates;
import systole.plan.unit.Cost;

/** The page for the person at the board. */
public final class ReadmePart implements KitPart {
    /** A command to type, and what it is for. */
    public record Step(String command, String what) {}

    /** A folder, and what it holds. */
    public record Folder(String name, String what) {}

    /** A resource of the chip. */
    public record Row(String name, int predicted, int available) {}

    /** The page as its template needs it. */
    public record View(
            String design,
            String board,
            List<Step> steps,
            int width,
            List<String> notes,
            List<Row> resources,
            String mhz,
            String rate,
            List<Folder> folders) {
        public View {
            steps = List.copyOf(steps);
            notes = List.copyOf(notes);
            resources = List.copyOf(resources);
            folders = List.copyOf(folders);
        }
    }

    private static final Step BUILD = new Step("vivado -mode batch -source tcl/build.tcl", "makes the bitstream");
    private static final Step LOAD =
            new Step("vivado -mode batch -source tcl/program.tcl", "loads it into the FPGA over USB");

    private final Templates templates = new Templates();
    private final Step run;

    /** @param run the third command: sends frames and shows the results */
    public ReadmePart(Step run) {
        this.run = run;
    }

    @Override
    public List<GeneratedFile> files(KitDesign design) {
        return List.of(new GeneratedFile("README.md", templates.render("kit/README.md.ftl", view(design))));
    }

    private View view(KitDesign design) {
        Board board = design.board();
        List<Step> steps = List.of(BUILD, LOAD, run);
        double rate = design.mhz() * 1e6 / design.plan().prediction().interval();
        return new View(
                design.name(),
                board.name(),
                steps,
                steps.stream().mapToInt(s -> s.command().length()).max().orElse(0),
                notes(board),
                rows(board, design.cost()),
                Decimals.of(design.mhz()),
                String.format(Locale.ROOT, "%,.1f", rate),
                folders(board));
    }

    private static List<String> notes(Board board) {
        if (board.hasProcessor()) {
            return List.of(
                    "The first command wants the board's files in Vivado, which hold the settings of its DDR memory. Where"
                            + " the board starts from software of its own, as PYNQ does, add `-tclargs -no_board_files`.",
                    "With PYNQ or Linux on the board, copy `vivado/*.bit`, `vivado/*.hwh` and `driver/` there instead of"
                            + " the second command.");
        }
        return List.of(
                "With open tools instead of Vivado: `make -C open`, then `make -C open load`.",
                "`tcl/project.tcl` does what `tcl/build.tcl` does, in a project to open afterwards.",
                "Lit: " + board.io().leds().get(0).name() + " while it computes, "
                        + board.io().leds().get(1).name() + " once a frame was refused. "
                        + board.io().buttons().get(0).pad().name() + " resets the design.");
    }

    private static List<Row> rows(Board board, Cost cost) {
        return List.of(
                new Row("LUTs", cost.lut(), board.lut()),
                new Row("DSP slices", cost.dsp(), board.dsp()),
                new Row("block RAMs of 18 Kbit", cost.ramb18(), 2 * board.ramb36()));
    }

    private static List<Folder> folders(Board board) {
        List<Folder> folders = new ArrayList<>();
        folders.add(new Folder("rtl", "Verilog and memory contents; `board.f` lists them for the board"));
        folders.add(new Folder("tcl", "scripts for Vivado, any version from 2018.3"));
        if (!board.hasProcessor()) {
            folders.add(new Folder("constraints", "pins, clocks, exceptions"));
            folders.add(new Folder("open", "the open flow"));
        }
        folders.add(new Folder("driver", "software for the other end"));
        folders.add(new Folder("testbench", "the testbench of the core, and models of the chip's primitives"));
        folders.add(new Folder("report.html", "the design on one page: dataflow, cycles, resources"));
        folders.add(new Folder("vivado", "what Vivado makes"));
        return folders;
    }
}
