package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.fuzz.AcceptedNetwork;
import systole.fuzz.FuzzTarget;
import systole.network.Network;

/** Any bytes as a TensorFlow Lite model: a network, or a refusal that says why. */
public final class TfliteFuzz implements FuzzTarget {
    private static final TfliteFuzz TARGET = new TfliteFuzz();
    private static final int SEEDS_OF_EACH = 1;

    /** What the decoder and the libraries below it throw when the file's layout leads astray. */
    private static final List<String> LAYOUT = List.of(
            "java.nio.",
            "com.google.flatbuffers.",
            "org.tensorflow.lite.schema.",
            "systole.frontend.tflite.ModelDecoder");

    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }

    @Override
    public String name() {
        return "tflite";
    }

    @Override
    public List<byte[]> seeds() {
        Stream<ToIntFunction<RandomModel>> streaming = Stream.of(HistoryCases::history, StreamingModels::wakeWord);
        return Stream.of(OperatorCases.ALL.values().stream(), TypicalModels.ALL.values().stream(), streaming)
                .flatMap(models -> models)
                .flatMap(kind -> LongStream.range(0, SEEDS_OF_EACH).mapToObj(seed -> model(kind, seed)))
                .toList();
    }

    private static byte[] model(ToIntFunction<RandomModel> kind, long seed) {
        RandomModel model = new RandomModel(seed);
        return model.write(kind.applyAsInt(model));
    }

    @Override
    public List<String> words() {
        return List.of("TFL3");
    }

    @Override
    public void run(byte[] input) {
        Network network;
        try {
            network = new TfliteReader(note -> {}).read(input, "model", "model.tflite");
        } catch (RefusedException e) {
            assertFalse(e.diagnostics().isEmpty());
            checkCause(e);
            return;
        }
        AcceptedNetwork.check(network);
    }

    /** A refusal may call a file damaged only if it is: a mistake of the reader must not hide behind the word. */
    private static void checkCause(RefusedException refused) {
        Throwable cause = refused.getCause();
        boolean told = cause != null && cause.getStackTrace().length > 0;
        if (told && Stream.of(cause.getStackTrace()).noneMatch(TfliteFuzz::followsTheLayout)) {
            throw new AssertionError("not the file's layout", cause);
        }
    }

    private static boolean followsTheLayout(StackTraceElement frame) {
        return LAYOUT.stream().anyMatch(frame.getClassName()::startsWith);
    }
}
