package systole.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import systole.driver.DesignFile;
import systole.driver.TestFrames;
import systole.frames.Expected;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.model.Model;
import systole.network.Network;
import systole.network.Side;
import systole.rim.Rim;

/**
 * The design on the board.
 *
 * @param design the description in the design's folder
 * @param folder the design's folder
 * @param network the network that it computes, if the model was named and not only the folder
 */
record RunTarget(DesignFile design, Path folder, Optional<Network> network) {
    /**
     * Finds the design of a folder, or that of a model.
     *
     * @param what a folder of a design, or a model
     * @param folder the folder of the model's design; by default {@code rtl-out/NAME}
     * @param read reads a model
     */
    static RunTarget of(Path what, Optional<Path> folder, Function<Path, Model> read) {
        if (Files.isDirectory(what)) {
            return new RunTarget(DesignFile.read(what), what, Optional.empty());
        }
        Network network = read.apply(what).network();
        Path design = folder.orElse(Path.of("rtl-out", network.name()));
        return new RunTarget(DesignFile.read(design), design, Optional.of(network));
    }

    /** Reads frames in the arrangement of the model's author. */
    Frames inputs(List<String> files) {
        return new TensorFiles("--inputs", files).read(design.in(), Rim.NONE);
    }

    /** Reads results in the arrangement of the model's author. */
    Expected results(List<String> files) {
        return new TensorFiles("--expect", files).expected(design.out(), Rim.NONE);
    }

    /** The frames of the design's own self-test, with their golden outputs. */
    TestData selfTest() {
        TestFrames frames = TestFrames.read(folder, design);
        return new TestData(
                stream(design.in(), frames.inputs()), Optional.of(stream(design.out(), frames.outputs())), List.of());
    }

    private static Frames stream(Side side, List<int[]> frames) {
        return Frames.of(
                "self-test",
                side.type(),
                frames.stream().map(side.port().layout()::toStream).toList());
    }
}
