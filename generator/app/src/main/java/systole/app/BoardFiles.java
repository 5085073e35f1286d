package systole.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import systole.design.Design;
import systole.driver.DriverWriter;
import systole.kit.Kit;
import systole.kit.KitDesign;
import systole.kit.KitPart;
import systole.kit.ReadmePart;
import systole.rtl.GeneratedFile;
import systole.shell.DesignHash;
import systole.shell.ShellElaborator;
import systole.shell.ShellEmitter;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;

/** Makes all files of a design's folder for a board: core, shell, and the files that bring them onto the board. */
final class BoardFiles {
    private BoardFiles() {}

    static List<GeneratedFile> files(Model model, Design core, Optional<Double> busMhz) {
        List<GeneratedFile> files = new ArrayList<>(core.files());
        ShellSpec shell = shell(core, DesignHash.of(files), busMhz);
        files.addAll(new ShellEmitter(ShellElaborator.load()).emit(shell, files));
        KitDesign design = KitDesign.of(core, shell, files);
        files.addAll(new Kit(parts(model)).files(design));
        return files;
    }

    private static List<KitPart> parts(Model model) {
        List<KitPart> parts = new ArrayList<>(Kit.standard());
        parts.add(d -> new DriverWriter(d.board().chip()).of(d.network(), d.shell(), model.input(), model.output()));
        parts.add(new ReadmePart());
        return parts;
    }

    private static ShellSpec shell(Design core, long hash, Optional<Double> busMhz) {
        if (!core.board().hasProcessor()) {
            return ShellSpec.of(core, hash, KitDesign.clockHz(core), ShellLink.Uart.DEFAULT);
        }
        ShellLink.Axi one = ShellLink.Axi.DEFAULT;
        return busMhz.map(mhz -> ShellSpec.of(
                        core, hash, Math.round(mhz * 1e6), new ShellLink.Axi(true, one.inDepth(), one.outDepth())))
                .orElseGet(() -> ShellSpec.of(core, hash, KitDesign.clockHz(core), one));
    }
}
