package systole.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import systole.network.Network;
import systole.network.Side;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;
import systole.shell.RegisterMap;
import systole.shell.RegisterMarkdown;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;
import systole.target.chip.Chip;
import systole.target.chip.ProcessingSystem;

/** Makes the software of a design. */
public final class DriverWriter {
    /** Folder of these files in the design's folder. */
    public static final String FOLDER = "driver/";

    private final Templates templates = new Templates();
    private final Chip chip;

    /** @param chip that designs are on, with a processor for those with a bus */
    public DriverWriter(Chip chip) {
        this.chip = chip;
    }

    /**
     * The files that a design's user needs, below {@link #FOLDER}, sorted by path. A design with a bus gets drivers in
     * C and in Python. Every design gets the reference of its registers and the files that {@code systole run} reads.
     *
     * @param network the network that the design computes
     * @param spec the shell around the core
     * @param in the tensors that are sent, as the model's author arranges them
     * @param out the tensors that come out
     * @param tests the frames of the self-test
     */
    public List<GeneratedFile> of(Network network, ShellSpec spec, Side in, Side out, TestFrames tests) {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile(FOLDER + "registers.md", registers(spec)));
        files.add(new GeneratedFile(
                FOLDER + DesignFile.NAME, DesignFile.of(network, spec, in, out).json()));
        files.add(new GeneratedFile(FOLDER + TestFrames.NAME, tests.json()));
        if (spec.link() instanceof ShellLink.Axi) {
            ProcessingSystem processor = chip.processor()
                    .orElseThrow(() -> new IllegalArgumentException("a " + chip.part() + " has no processor"));
            files.addAll(bus(DriverView.of(spec, in, out, processor, tests)));
        }
        return files.stream().sorted(Comparator.comparing(GeneratedFile::path)).toList();
    }

    private static String registers(ShellSpec spec) {
        return "# Registers of " + spec.design() + "\n\n" + RegisterMarkdown.table(RegisterMap.of(spec))
                + "\nconstant: fixed for this design. RO: set by hardware. RW: holds what was written. W1C: set by hardware,"
                + " cleared by\nwriting 1. SC: writing 1 starts something, reads 1 until it is done. Offsets are in bytes.\n";
    }

    private List<GeneratedFile> bus(DriverView view) {
        String design = view.design();
        return List.of(
                file(design + "_regs.h", "regs.h.ftl", view),
                file(design + ".h", "device.h.ftl", view),
                file(design + ".c", "device.c.ftl", view),
                file(design + "_data.c", "data.c.ftl", view),
                file(design + "_dma.h", "dma.h.ftl", view),
                file(design + "_dma.c", "dma.c.ftl", view),
                file(design + "_bare.h", "bare.h.ftl", view),
                file(design + "_bare.c", "bare.c.ftl", view),
                file(design + "_uio.h", "uio.h.ftl", view),
                file(design + "_uio.c", "uio.c.ftl", view),
                file(design + "_xil.h", "xil.h.ftl", view),
                file(design + "_xil.c", "xil.c.ftl", view),
                file(design + "_selftest.h", "selftest.h.ftl", view),
                file(design + "_selftest.c", "selftest.c.ftl", view),
                file(design + "_selftest_data.c", "selftest_data.c.ftl", view),
                file("selftest_bare.c", "selftest_bare.c.ftl", view),
                file("selftest_uio.c", "selftest_uio.c.ftl", view),
                file("example_bare.c", "example_bare.c.ftl", view),
                file("example_uio.c", "example_uio.c.ftl", view),
                file("Makefile", "Makefile.ftl", view),
                file(design + "_frames.py", "frames.py.ftl", view),
                file(design + "_driver.py", "driver.py.ftl", view),
                file(design + "_selftest.py", "selftest.py.ftl", view),
                file(design + ".dtso", "overlay.dtso.ftl", view),
                file(design + ".bif", "boot.bif.ftl", view),
                new GeneratedFile(
                        FOLDER + design + ".ipynb", Notebook.of(templates.render("driver/notebook.py.ftl", view))));
    }

    private GeneratedFile file(String name, String template, DriverView view) {
        return new GeneratedFile(FOLDER + name, templates.render("driver/" + template, view));
    }
}
