package systole;

import java.util.ArrayList;
import java.util.List;
import systole.design.Design;
import systole.driver.DriverWriter;
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
 * @param busMhz the clock of the processor's bus in megahertz; 0 if the core and the bus share one
 */
record BoardFiles(Model model, double busMhz) {
    /** All files of a core's folder. */
    List<GeneratedFile> files(Design core) {
        List<GeneratedFile> files = new ArrayList<>(core.files());
        ShellSpec shell = shell(core, DesignHash.of(files));
        files.addAll(new ShellEmitter(ShellElaborator.load()).emit(shell, files));
        KitDesign design = KitDesign.of(core, shell, files);
        files.addAll(Integration.ofShell(core, shell, files));
        files.addAll(new Kit(parts()).files(design));
        return files;
    }

    private List<KitPart> parts() {
        List<KitPart> parts = new ArrayList<>(Kit.standard());
        parts.add(d -> new DriverWriter(d.board().chip()).of(d.network(), d.shell(), model.input(), model.output()));
        parts.add(new ReadmePart());
        return parts;
    }

    private ShellSpec shell(Design core, long hash) {
        long coreHz = KitDesign.clockHz(core);
        if (!core.board().hasProcessor()) {
            return ShellSpec.of(core, hash, coreHz, ShellLink.Uart.DEFAULT);
        }
        ShellLink.Axi one = ShellLink.Axi.DEFAULT;
        return busMhz > 0
                ? ShellSpec.of(
                        core, hash, Math.round(busMhz * 1e6), new ShellLink.Axi(true, one.inDepth(), one.outDepth()))
                : ShellSpec.of(core, hash, coreHz, one);
    }
}
