package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.fuzz.AcceptedNetwork;
import systole.fuzz.FuzzTarget;
import systole.layer.Support;

/** Any bytes as an ONNX model: a network, or a refusal that says why. */
public final class OnnxFuzz implements FuzzTarget {
    private static final OnnxFuzz TARGET = new OnnxFuzz();

    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public List<byte[]> seeds() {
        return OnnxSeeds.all();
    }

    @Override
    public List<String> words() {
        return Stream.concat(
                        OnnxReader.support().stream().map(Support::operator).filter(w -> w.matches("\\w+")),
                        Stream.of("axis", "kernel_shape", "strides", "pads", "dilations", "group", "auto_pad"))
                .distinct()
                .toList();
    }

    @Override
    public void run(byte[] input) {
        OnnxModel model;
        try {
            model = new OnnxReader(note -> {}).read(input, "model", "model.onnx");
        } catch (RefusedException e) {
            assertFalse(e.diagnostics().isEmpty());
            return;
        }
        assertEquals(
                model.network().inputType().shape().elements(),
                model.in().port().layout().elements());
        assertEquals(
                model.network().outputType().shape().elements(),
                model.out().port().layout().elements());
        AcceptedNetwork.check(model.network());
    }
}
