package systole.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import systole.driver.DriverWriter;
import systole.emit.Emitter;
import systole.emit.GeneratedFile;
import systole.kit.Kit;
import systole.kit.KitDesign;
import systole.kit.KitPart;
import systole.kit.ReadmePart;
import systole.network.Network;
import systole.plan.Plan;
import systole.shell.DesignHash;
import systole.shell.ShellElaborator;
import systole.shell.ShellEmitter;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;

/** All files of a design's folder for a board: core, shell, and what brings them onto the board. */
final class BoardFiles {
    private BoardFiles() {}

    static List<GeneratedFile> files(Model model, Plan plan, Optional<Double> busMhz) {
        Network network = model.network();
        List<GeneratedFile> files =
                new ArrayList<>(new Emitter().emit(plan, network.outputType().shape()));
        ShellSpec shell = shell(network, plan, DesignHash.of(files), busMhz);
        files.addAll(new ShellEmitter(ShellElaborator.load()).emit(shell, files));
        KitDesign design = KitDesign.of(network, plan, shell, files);
        files.addAll(new Kit(parts(model)).files(design));
        return files;
    }

    private static List<KitPart> parts(Model model) {
        List<KitPart> parts = new ArrayList<>(Kit.standard());
        parts.add(d -> new DriverWriter(d.board().chip()).of(d.network(), d.shell(), model.input(), model.output()));
        parts.add(new ReadmePart());
        return parts;
    }

    private static ShellSpec shell(Network network, Plan plan, long hash, Optional<Double> busMhz) {
        if (!plan.board().hasProcessor()) {
            return ShellSpec.of(plan, network, hash, KitDesign.clockHz(plan), ShellLink.Uart.DEFAULT);
        }
        ShellLink.Axi one = ShellLink.Axi.DEFAULT;
        return busMhz.map(mhz -> ShellSpec.of(
                        plan,
                        network,
                        hash,
                        Math.round(mhz * 1e6),
                        new ShellLink.Axi(true, one.inDepth(), one.outDepth())))
                .orElseGet(() -> ShellSpec.of(plan, network, hash, KitDesign.clockHz(plan), one));
    }
}
