package systole.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import systole.Systole;
import systole.driver.DesignFile;
import systole.frames.Frames;
import systole.network.Network;

/**
 * What is on the board.
 *
 * @param design as its folder describes it
 * @param network that it computes, if the model was named and not only the folder
 */
record RunTarget(DesignFile design, Optional<Network> network) {
    /**
     * Finds the design of a folder, or that of a model.
     *
     * @param what a folder of a design, or a model
     * @param folder of the model's design, {@code rtl-out/NAME} unless told otherwise
     */
    static RunTarget of(Path what, Optional<Path> folder, Systole systole) {
        if (Files.isDirectory(what)) {
            return new RunTarget(DesignFile.read(what), Optional.empty());
        }
        Network network = systole.read(what).network();
        Path design = folder.orElse(Path.of("rtl-out", network.name()));
        return new RunTarget(DesignFile.read(design), Optional.of(network));
    }

    /** Reads frames that the model's author arranged. */
    Frames inputs(Path file) {
        return Frames.read(file, design.input().type(), design.input().port());
    }

    /** Reads results that the model's author arranged. */
    Frames results(Path file) {
        return Frames.readAny(
                file, design.output().type().shape(), design.output().port());
    }
}
