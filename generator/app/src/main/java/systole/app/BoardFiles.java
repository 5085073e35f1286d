package systole.app;

import java.util.ArrayList;
import java.util.List;
import systole.emit.Emitter;
import systole.emit.GeneratedFile;
import systole.kit.Kit;
import systole.kit.KitDesign;
import systole.kit.KitPart;
import systole.kit.ReadmePart;
import systole.kit.ReadmePart.Step;
import systole.network.Network;
import systole.plan.Plan;
import systole.shell.DesignHash;
import systole.shell.ShellElaborator;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;

/** All files of a design's folder for a board: core, shell, and what brings them onto the board. */
final class BoardFiles {
    private final String model;

    /** @param model as the commands in the folder's page name it */
    BoardFiles(String model) {
        this.model = model;
    }

    List<GeneratedFile> files(Network network, Plan plan) {
        List<GeneratedFile> files =
                new ArrayList<>(new Emitter().emit(plan, network.outputType().shape()));
        ShellSpec shell = shell(network, plan, DesignHash.of(files));
        files.addAll(ShellElaborator.load().elaborate(shell));
        KitDesign design = KitDesign.of(network, plan, shell, files);
        files.addAll(new Kit(parts(design)).files(design));
        return files;
    }

    /** What software finds at the other end is one more part. */
    private List<KitPart> parts(KitDesign design) {
        List<KitPart> parts = new ArrayList<>(Kit.standard());
        parts.add(new ReadmePart(run(design)));
        return parts;
    }

    private Step run(KitDesign design) {
        return new Step(
                design.board().hasProcessor()
                        ? "sudo python3 driver/example.py inputs.npy"
                        : "systole run " + model + " --port /dev/ttyUSB1 --inputs X.npy",
                "sends frames, shows the results");
    }

    private static ShellSpec shell(Network network, Plan plan, long hash) {
        ShellLink link = plan.board().hasProcessor() ? ShellLink.Axi.DEFAULT : ShellLink.Uart.DEFAULT;
        return ShellSpec.of(plan, network, hash, KitDesign.clockHz(plan), link);
    }
}
