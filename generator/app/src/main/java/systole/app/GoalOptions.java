package systole.app;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import systole.style.streaming.fold.BalancedFolding;
import systole.style.streaming.fold.FoldingStrategy;
import systole.style.streaming.fold.LatencyFolding;
import systole.style.streaming.fold.RateFolding;
import systole.style.streaming.fold.SmallestFolding;

/** The goal of the hardware. At most one of these options may be given. */
final class GoalOptions {
    private FoldingStrategy strategy = new BalancedFolding();
    private List<String> words = List.of();

    @Option(names = "--fastest", description = "The most frames a second that the board allows (the default).")
    void fastest(boolean ignored) {
        words = List.of("--fastest");
        strategy = new BalancedFolding();
    }

    @Option(
            names = "--target-fps",
            paramLabel = "F",
            converter = Positive.class,
            description = "As small as F frames a second allow.")
    void targetFps(Double framesPerSecond) {
        words = List.of("--target-fps", framesPerSecond.toString());
        strategy = new RateFolding(framesPerSecond);
    }

    @Option(
            names = "--latency",
            paramLabel = "US",
            converter = Positive.class,
            description = "As small as a latency of US microseconds allows.")
    void latency(Double microseconds) {
        words = List.of("--latency", microseconds.toString());
        strategy = new LatencyFolding(microseconds);
    }

    @Option(names = "--smallest", description = "As small as can be, however slow.")
    void smallest(boolean ignored) {
        words = List.of("--smallest");
        strategy = new SmallestFolding();
    }

    /** The words that give the same goal; none if none is given. */
    List<String> words() {
        return words;
    }

    boolean given() {
        return !words.isEmpty();
    }

    FoldingStrategy strategy() {
        return strategy;
    }

    /** Reads a number greater than 0. */
    static final class Positive implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double value;
            try {
                value = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                value = Double.NaN;
            }
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new TypeConversionException("'" + text + "' is not a number greater than 0");
            }
            return value;
        }
    }
}
