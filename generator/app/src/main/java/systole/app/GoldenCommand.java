package systole.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            paramLabel = "[NAME=]X.npy",
            description =
                    "Frames: the input's shape with the number of frames in front, integers (.npy, .npz, .npz:name);"
                            + " once for each of several inputs, by their names.")
    private List<String> inputs;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--outputs",
            required = true,
            paramLabel = "Y.npy",
            description = "Where the outputs go; for several outputs, the folder for a file of each.")
    private Path outputs;

    GoldenCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        Model read = model.read(systole);
        Network network = read.network();
        Frames frames = new TensorFiles("--inputs", inputs).read(read.in(), read.rim());
        Frames golden = GoldenRun.run(network, frames, systole, terminal);
        List<Path> files = TensorFiles.write(outputs, golden, read.out());
        ObjectNode root = Json.object().put("network", network.name()).put("frames", golden.count());
        json.show(terminal, root.put("outputs", outputs.toString()), text(read, golden, files));
        return ExitCode.OK;
    }

    private static String text(Model read, Frames golden, List<Path> files) {
        return IntStream.range(0, files.size())
                .mapToObj(i -> Text.format(
                        "%s: %,d frames of %s%s\n",
                        files.get(i),
                        golden.count(),
                        read.out().bundle().types().get(i).type(),
                        read.out().ports().get(i).dims()))
                .collect(Collectors.joining());
    }
}
