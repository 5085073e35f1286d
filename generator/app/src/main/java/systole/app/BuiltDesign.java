package systole.app;

import java.nio.file.Path;
import systole.engine.BeatStream;
import systole.network.Network;
import systole.style.streaming.Plan;
import systole.tool.DesignFolder;
import systole.tool.StreamFormat;

/**
 * A network with its hardware.
 *
 * @param network the network that was built
 * @param plan the hardware
 * @param folder the hardware on disk
 */
record BuiltDesign(Network network, Plan plan, DesignFolder folder) {
    static BuiltDesign of(Network network, Plan plan, Path folder) {
        DesignFolder design =
                new DesignFolder(folder, plan.name(), format(plan.inputStream()), format(plan.outputStream()));
        return new BuiltDesign(network, plan, design);
    }

    private static StreamFormat format(BeatStream stream) {
        return new StreamFormat(
                stream.lanes(), stream.type().bytes(), stream.type().signed());
    }

    /** The folder, relative to the working directory if it lies below that. */
    Path shownFolder() {
        Path here = Path.of("").toAbsolutePath();
        return folder.root().startsWith(here) ? here.relativize(folder.root()) : folder.root();
    }

    /** Cycles per second. */
    double hertz() {
        return plan.clockMhz() * 1e6;
    }
}
