package systole.kit;

import java.util.ArrayList;
import java.util.List;
import systole.rtl.GeneratedFile;
import systole.rtl.ResourceText;
import systole.rtl.Templates;
import systole.target.board.BoardIo;
import systole.target.board.Button;

/** The top module of a board without processor, the list of all Verilog for it, and models of its primitives. */
public final class TopPart implements KitPart {
    /**
     * A port of the clock.
     *
     * @param declaration its name, a comma, and blanks as far as the comments
     * @param pad what the board calls it
     */
    public record ClockPort(String declaration, String pad) {
        private static final int COMMENT = 13;

        static ClockPort of(PinRow row) {
            String name = row.port() + ",";
            return new ClockPort(name + " ".repeat(COMMENT - name.length()), row.pad());
        }
    }

    /**
     * The values that the template of the top needs. Frequencies are in MHz, the period is in ns.
     *
     * @param clocks the ports of the clock
     * @param pairs its second port, if it has one
     */
    public record View(
            String module,
            String design,
            String board,
            String bridge,
            String inMhz,
            String outMhz,
            String vcoMhz,
            String inPeriod,
            String multiply,
            int divide,
            String output,
            List<ClockPort> clocks,
            List<ClockPort> pairs,
            String buttonPad,
            String busyPad,
            String errorPad,
            String pressed,
            String released) {
        public View {
            clocks = List.copyOf(clocks);
            pairs = List.copyOf(pairs);
        }

        static View of(KitDesign design) {
            BoardIo io = design.board().io();
            Mmcm mmcm = design.mmcm().orElseThrow();
            Button reset = io.buttons().get(0);
            List<ClockPort> clocks =
                    PinRow.clock(io).stream().map(ClockPort::of).toList();
            return new View(
                    design.top(),
                    design.name(),
                    design.board().name(),
                    design.shell().wrapperModule(),
                    Decimals.of(io.clocks().get(0).mhz()),
                    Decimals.of(design.mhz()),
                    Decimals.of(mmcm.vcoHz() / 1e6),
                    mmcm.inPeriod(),
                    mmcm.multiply(),
                    mmcm.divide(),
                    mmcm.output(),
                    clocks,
                    clocks.stream().skip(1).toList(),
                    reset.pad().name(),
                    io.leds().get(0).name(),
                    io.leds().get(1).name(),
                    reset.activeLow() ? "low" : "high",
                    reset.activeLow() ? "reset_button" : "!reset_button");
        }
    }

    /** Models of the chip's primitives, for simulating and linting the top. */
    private static final String BUFFER = "testbench/BUFG.v";

    private static final String PAIR = "testbench/IBUFDS.v";
    private static final String MANAGER = "testbench/MMCME2_BASE.v";

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(KitDesign design) {
        if (design.board().hasProcessor()) {
            return List.of();
        }
        String file = design.top() + ".v";
        List<String> sources = new ArrayList<>(design.sources());
        sources.add(file);
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile("rtl/" + file, templates.render("top/board_top.v.ftl", View.of(design))));
        files.add(new GeneratedFile("rtl/" + design.list(), String.join("\n", sources) + "\n"));
        files.addAll(models(design));
        return files;
    }

    /** For who simulates or lints the top: the chip's primitives in it. */
    private List<GeneratedFile> models(KitDesign design) {
        List<GeneratedFile> models = new ArrayList<>();
        models.add(new GeneratedFile(BUFFER, ResourceText.of(BUFFER)));
        if (!design.board().io().clocks().get(0).inverted().isEmpty()) {
            models.add(new GeneratedFile(PAIR, ResourceText.of(PAIR)));
        }
        MmcmLimits limits = MmcmLimits.of(design.board().part());
        models.add(new GeneratedFile(MANAGER, templates.render("testbench/MMCME2_BASE.ftl", MmcmView.of(limits))));
        return models;
    }
}
