package systole.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import systole.Systole;
import systole.frames.Frames;
import systole.model.Model;
import systole.network.Network;

/** Executes the network exactly, without hardware. */
@Command(name = "golden", description = "Execute a network bit-exactly, without hardware.")
final class GoldenCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Systole systole;

    @Mixin
    private ModelArgument model;

    @Option(
            names = "--inputs",
            required = true,
            paramLabel = "X.npy",
            description =
                    "Frames: the input's shape with the number of frames in front, integers (.npy, .npz, .npz:name).")
    private Path inputs;

    @Mixin
    private JsonOption json;

    @Option(names = "--outputs", required = true, paramLabel = "Y.npy", description = "Where the outputs go.")
    private Path outputs;

    GoldenCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        Model read = model.read(systole);
        Network network = read.network();
        Frames frames = Frames.read(inputs, network.inputType(), read.input(), read.rim());
        Frames golden = GoldenRun.run(network, frames, systole, terminal);
        OutputFile.write(outputs, golden.npy(network.outputType().type(), read.output()));
        ObjectNode root = Json.object().put("network", network.name()).put("frames", golden.count());
        json.show(
                terminal,
                root.put("outputs", outputs.toString()),
                Text.format(
                        "%s: %,d frames of %s%s\n",
                        outputs,
                        golden.count(),
                        network.outputType().type(),
                        read.output().dims()));
        return ExitCode.OK;
    }
}
