package systole.kit;

import java.util.ArrayList;
import java.util.List;
import systole.board.BoardIo;
import systole.board.Button;
import systole.rtl.GeneratedFile;
import systole.rtl.ResourceText;
import systole.rtl.Templates;

/** The top module of a board without processor, the list of all Verilog for it, and models of its primitives. */
public final class TopPart implements KitPart {
    /** The values that the template of the top needs. Frequencies are in MHz, the period is in ns. */
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
            String clockPad,
            String buttonPad,
            String busyPad,
            String errorPad,
            String pressed,
            String released) {
        static View of(KitDesign design) {
            BoardIo io = design.board().io();
            Mmcm mmcm = design.mmcm().orElseThrow();
            Button reset = io.buttons().get(0);
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
                    io.clocks().get(0).pad().name(),
                    reset.pad().name(),
                    io.leds().get(0).name(),
                    io.leds().get(1).name(),
                    reset.activeLow() ? "low" : "high",
                    reset.activeLow() ? "reset_button" : "!reset_button");
        }
    }

    /** Models of the chip's primitives, for simulating and linting the top. */
    private static final List<String> MODELS = List.of("testbench/BUFG.v", "testbench/MMCME2_BASE.v");

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
        files.add(new GeneratedFile("rtl/" + file, templates.render("rtl/board_top.v.ftl", View.of(design))));
        files.add(new GeneratedFile("rtl/" + design.list(), String.join("\n", sources) + "\n"));
        MODELS.forEach(model -> files.add(new GeneratedFile(model, ResourceText.of(model))));
        return files;
    }
}
