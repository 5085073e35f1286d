package systole.design;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import systole.rtl.GeneratedFile;
import systole.rtl.JsonText;

/**
 * The rate of a design together with the link to its software, as it is predicted: of the hardware alone, to which software
 * adds its own time.
 *
 * @param link the link in words
 * @param firstSeconds from the first byte of a frame on the link to the last byte of its result, if nothing else is under
 *     way
 * @param nextSeconds that each further frame takes, if frames follow one another without a pause
 */
public record SystemRate(String link, double firstSeconds, double nextSeconds) {
    /** The numbers of frames whose rate is shown. */
    public static final List<Integer> SHOWN_FRAMES = List.of(1, 64, 1024);

    /** The name of the file with the rate, which every kit has. */
    public static final String FILE = "system.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public SystemRate {
        if (!(firstSeconds > 0) || !(nextSeconds > 0)) {
            throw new IllegalArgumentException(
                    "a frame takes time, not " + firstSeconds + " s and " + nextSeconds + " s");
        }
    }

    /**
     * The rate over a bus whose DMA sends and receives at the same time, while the core computes.
     *
     * @param link the link in words
     * @param core the core
     * @param inSeconds that a frame takes on its way in
     * @param outSeconds that a result takes on its way out
     */
    public static SystemRate overBus(String link, Design core, double inSeconds, double outSeconds) {
        double way = Math.max(inSeconds, outSeconds);
        return new SystemRate(
                link, Math.max(latency(core), way), Math.max(core.prediction().interval() / core.hertz(), way));
    }

    /**
     * The rate over a serial line on which requests and answers take turns, while the core computes.
     *
     * @param link the link in words
     * @param core the core
     * @param lineSeconds that all bytes of a frame and of its result take on the line
     */
    public static SystemRate overLine(String link, Design core, double lineSeconds) {
        return new SystemRate(
                link, latency(core) + lineSeconds, Math.max(core.prediction().interval() / core.hertz(), lineSeconds));
    }

    private static double latency(Design core) {
        return core.prediction().latency() / core.hertz();
    }

    /** The rate in the folder of a design; empty if the design has no kit. */
    public static Optional<SystemRate> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file)
                ? Optional.of(MAPPER.readValue(Files.readString(file), SystemRate.class))
                : Optional.empty();
    }

    /** The file that {@link #in} reads. */
    public GeneratedFile file() {
        return new GeneratedFile(FILE, JsonText.of(MAPPER.valueToTree(this)));
    }

    /** The seconds that so many frames take, at least one, sent without a pause from an idle design. */
    public double seconds(long frames) {
        return firstSeconds + (frames - 1) * nextSeconds;
    }

    /** The frames a second if so many frames, at least one, are sent without a pause from an idle design. */
    public double framesPerSecond(long frames) {
        return frames / seconds(frames);
    }
}
