package systole.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import systole.design.Design;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;
import systole.target.board.Board;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/**
 * Writes the page for the person at the board. On a board with a processor, it also writes the script that the page
 * names.
 */
public final class ReadmePart implements KitPart {
    /** The resources that the page shows, of which there is a prediction. */
    private static final List<ResourceKind> SHOWN =
            List.of(ResourceKind.LUT, ResourceKind.DSP, ResourceKind.RAMB18, ResourceKind.URAM);

    /** A command to type, and its purpose. */
    public record Step(String command, String what) {}

    /** A folder, and its contents. */
    public record Folder(String name, String what) {}

    /** A resource of the chip. */
    public record Row(String name, int predicted, int available) {}

    /** The values that the template of the page needs. */
    public record View(
            String title,
            String design,
            String board,
            List<Step> steps,
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
    private static final Step RUN =
            new Step("systole run . --port /dev/ttyUSB1 --inputs X.npy", "sends frames, shows the results");

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(KitDesign design) {
        View view = view(design);
        GeneratedFile page = new GeneratedFile(Design.GUIDE, templates.render("kit/README.md.ftl", view));
        return design.board().hasProcessor()
                ? List.of(page, new GeneratedFile("driver/run.py", templates.render("kit/run.py.ftl", view)))
                : List.of(page);
    }

    private View view(KitDesign design) {
        Board board = design.board();
        double rate = design.mhz() * 1e6 / design.core().prediction().interval();
        return new View(
                design.network().name(),
                design.name(),
                board.name(),
                steps(design),
                notes(board),
                rows(board, design.cost()),
                Decimals.of(design.mhz()),
                String.format(Locale.ROOT, "%,.1f", rate),
                folders(design));
    }

    /** The steps on a board with a processor that runs PYNQ at its default address. */
    private static List<Step> steps(KitDesign design) {
        if (!design.board().hasProcessor()) {
            return List.of(BUILD, LOAD, RUN);
        }
        String files = "vivado/" + design.name() + ".bit vivado/" + design.name() + ".hwh driver/*.py X.npy";
        return List.of(
                BUILD,
                new Step("scp " + files + " xilinx@192.168.2.99:", "copies it to the board, which runs PYNQ"),
                new Step(
                        "ssh -t xilinx@192.168.2.99 'sudo -i python3 $PWD/run.py $PWD/X.npy $PWD/Y.npy'",
                        "sends the frames of X.npy, writes the results to Y.npy"));
    }

    private static List<String> notes(Board board) {
        List<String> notes = new ArrayList<>();
        if (board.hasProcessor()) {
            notes.add(
                    "The first command wants the board's files in Vivado, which hold the settings of its DDR memory. PYNQ"
                            + " sets up this memory itself, so on PYNQ you can add `-tclargs -no_board_files` to the command instead.");
            notes.add(
                    "Without PYNQ: `vivado -mode batch -source tcl/program.tcl` loads the bitstream over USB, the `.xsa` in"
                            + " `vivado/` is for Vitis and Linux, and `driver/` has C for both.");
        } else {
            notes.add("`systole` is the program in Systole's folder; the port may have another number.");
            if (OpenPart.family(board).isPresent()) {
                notes.add("With open tools instead of Vivado: `make -C open`"
                        + (board.io().loaders().isEmpty() ? "." : ", then `make -C open load`."));
            }
            notes.add("`tcl/project.tcl` does what `tcl/build.tcl` does, in a project to open afterwards.");
            notes.add("Lit: " + board.io().leds().get(0).name() + " while it computes, "
                    + board.io().leds().get(1).name() + " once a frame was refused. "
                    + board.io().buttons().get(0).pad().name() + " resets the design.");
        }
        if (board.chip().family().openDatabase(board.part()).isEmpty()) {
            notes.add("There is no open flow: open place and route does not know the " + board.part() + ".");
        }
        return notes;
    }

    private static List<Row> rows(Board board, ResourceVector cost) {
        ResourceVector all = board.chip().resources();
        return SHOWN.stream()
                .filter(kind -> all.of(kind) > 0)
                .map(kind -> new Row(kind.words(), cost.of(kind), all.of(kind)))
                .toList();
    }

    private static List<Folder> folders(KitDesign design) {
        List<Folder> folders = new ArrayList<>();
        folders.add(
                new Folder("rtl", "Verilog and memory contents; `" + design.list() + "` lists what the board gets"));
        folders.add(new Folder("tcl", "scripts for Vivado"));
        if (!design.board().hasProcessor()) {
            folders.add(new Folder("constraints", "pins, clocks, exceptions"));
            if (OpenPart.family(design.board()).isPresent()) {
                folders.add(new Folder("open", "the open flow"));
            }
        }
        folders.add(new Folder("driver", "software for the other end"));
        folders.add(new Folder("testbench", "the testbench of the core, and models of the chip's primitives"));
        folders.add(new Folder("report.html", "the design on one page: dataflow, cycles, resources"));
        folders.add(new Folder("vivado", "what Vivado makes"));
        return folders;
    }
}
