package systole.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import systole.design.Design;
import systole.design.SystemRate;
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

    /** The rate at which so many frames are sent at once. */
    public record Rate(String frames, String rate) {}

    /**
     * What it takes to run Linux on the board's processor.
     *
     * @param architecture the name of the chip in AMD's bootgen
     * @param compiler prefix of the compiler
     */
    public record Linux(String architecture, String compiler) {}

    /**
     * The values that the template of the page needs.
     *
     * @param linux one entry on a board with a processor, otherwise none
     * @param clock what is known about the clock
     * @param rate frames a second of the core alone
     * @param link the link to the software in words
     * @param rates frames a second over this link
     */
    public record View(
            String title,
            String design,
            String board,
            List<Step> steps,
            List<String> notes,
            List<Linux> linux,
            List<Row> resources,
            String mhz,
            String clock,
            String rate,
            String link,
            List<Rate> rates,
            List<Folder> folders) {
        public View {
            steps = List.copyOf(steps);
            notes = List.copyOf(notes);
            linux = List.copyOf(linux);
            rates = List.copyOf(rates);
            resources = List.copyOf(resources);
            folders = List.copyOf(folders);
        }
    }

    private static final Step BUILD = new Step("vivado -mode batch -source tcl/build.tcl", "makes the bitstream");
    private static final Step LOAD =
            new Step("vivado -mode batch -source tcl/program.tcl", "loads it into the FPGA over USB");
    private static final Step RUN =
            new Step("systole run . --port /dev/ttyUSB1 --self-test", "tests the design, and shows its rate");

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
        SystemRate system = design.rate();
        return new View(
                design.network().name(),
                design.name(),
                board.name(),
                steps(design),
                notes(design),
                linux(board),
                rows(board, design.cost()),
                Decimals.of(design.mhz()),
                design.core().clock().words(),
                String.format(Locale.ROOT, "%,.1f", rate),
                system.link(),
                SystemRate.SHOWN_FRAMES.stream()
                        .map(n -> new Rate(
                                String.format(Locale.ROOT, "%,d", n),
                                String.format(Locale.ROOT, "%,.1f", system.framesPerSecond(n))))
                        .toList(),
                folders(design));
    }

    private static List<Linux> linux(Board board) {
        return board.chip().processor().stream()
                .map(ps -> new Linux(ps.tree().architecture(), ps.compiler()))
                .toList();
    }

    /** The steps; on a board with a processor, this runs PYNQ. */
    private static List<Step> steps(KitDesign design) {
        if (!design.board().hasProcessor()) {
            return List.of(BUILD, LOAD, RUN);
        }
        String name = design.name();
        String files =
                "vivado/" + name + ".bit vivado/" + name + ".hwh driver/*.py driver/*.ipynb driver/selftest.json";
        return List.of(
                BUILD,
                new Step("scp " + files + " xilinx@BOARD:", "copies it to the board, which runs PYNQ"),
                new Step(
                        "ssh -t xilinx@BOARD 'sudo -i python3 $PWD/" + name + "_selftest.py'",
                        "tests the design, and shows its rate"));
    }

    private static List<String> notes(KitDesign design) {
        Board board = design.board();
        List<String> notes = new ArrayList<>();
        if (board.hasProcessor()) {
            notes.add(
                    "The first command wants the board's files in Vivado, which hold the settings of its DDR memory. PYNQ"
                            + " sets up this memory itself, so on PYNQ you can add `-tclargs -no_board_files` to the command instead.");
            notes.add(
                    "BOARD is the name or the address of the board in your network. PYNQ names itself `pynq`, and its serial"
                            + " console shows its address.");
            notes.add(
                    "With frames of yours in `X.npy` on the board, `sudo -i python3 $PWD/run.py $PWD/X.npy $PWD/Y.npy` there"
                            + " sends them and writes the results. `" + design.name()
                            + ".ipynb` does that in Jupyter.");
            notes.add(
                    "`vivado -mode batch -source tcl/program.tcl` loads the bitstream over USB. Without PYNQ, see below.");
        } else {
            notes.add(
                    "`systole` is the program in Systole's folder; the port may have another number. With `--inputs X.npy` in"
                            + " place of `--self-test`, it sends frames of yours.");
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
