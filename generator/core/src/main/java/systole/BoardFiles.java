package systole;

import java.util.ArrayList;
import java.util.List;
import systole.design.Design;
import systole.driver.DriverWriter;
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
 * Puts a core into its shell, with what brings both onto the board.
 *
 * @param model what the core computes
 * @param busMhz clock of the processor's bus; 0 if it is the core's
 */
record BoardFiles(Model model, double busMhz) {
    /** All files of the folder: core, shell, kit and drivers. */
    List<GeneratedFile> files(Design core) {
        List<GeneratedFile> files = new ArrayList<>(core.files());
        ShellSpec shell = shell(core, DesignHash.of(files));
        files.addAll(new ShellEmitter(ShellElaborator.load()).emit(shell, files));
        KitDesign design = KitDesign.of(core, shell, files);
        files.addAll(new Kit(parts()).files(design));
        return files;
    }

    private List<KitPart> parts() {
        List<KitPart> parts = new ArrayList<>(Kit.standard());
        parts.add(d -> new DriverWriter().of(d.network(), d.shell(), model.input(), model.output()));
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
