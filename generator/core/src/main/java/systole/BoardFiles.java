package systole;

import java.util.ArrayList;
import java.util.List;
import systole.design.Design;
import systole.driver.DriverWriter;
import systole.driver.TestFrames;
import systole.integration.Integration;
import systole.kit.Kit;
import systole.kit.KitDesign;
import systole.kit.KitPart;
import systole.kit.ReadmePart;
import systole.model.Model;
import systole.rtl.GeneratedFile;
import systole.shell.DesignHash;
import systole.shell.ShellElaborator;
import systole.shell.ShellEmitter;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;

/**
 * Makes all files of a design's folder for a board: core, shell, and the files that bring them onto the board.
 *
 * @param model the model that the core computes
 * @param options the wishes for what is around the core
 * @param tests the frames of the self-test
 */
record BoardFiles(Model model, BoardOptions options, TestFrames tests) {
    /** The core with all files of its folder, and with its rate over the link to its software. */
    Design around(Design core) {
        List<GeneratedFile> files = new ArrayList<>(core.files());
        ShellSpec shell = shell(core, DesignHash.of(files), KitDesign.clockHz(core), options);
        files.addAll(new ShellEmitter(ShellElaborator.load()).emit(shell, files));
        KitDesign design = KitDesign.of(core, shell, files);
        files.addAll(Integration.ofShell(core, shell, files));
        files.addAll(new Kit(parts()).files(design));
        files.add(design.rate().file());
        return core.with(files).with(design.rate());
    }

    private List<KitPart> parts() {
        List<KitPart> parts = new ArrayList<>(Kit.standard());
        parts.add(d -> new DriverWriter(d.board().chip()).of(d.network(), d.shell(), model.in(), model.out(), tests));
        parts.add(new ReadmePart());
        return parts;
    }

    /**
     * The shell that a core gets.
     *
     * @param coreHz the frequency of its clock
     */
    static ShellSpec shell(Design core, long hash, long coreHz, BoardOptions options) {
        if (!core.board().hasProcessor()) {
            return ShellSpec.of(core, hash, coreHz, options.line());
        }
        ShellLink.Axi one = ShellLink.Axi.DEFAULT;
        return options.busMhz() > 0
                ? ShellSpec.of(
                        core,
                        hash,
                        Math.round(options.busMhz() * 1e6),
                        new ShellLink.Axi(true, one.inDepth(), one.outDepth()))
                : ShellSpec.of(core, hash, coreHz, one);
    }
}
