package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systole.golden.GoldenModel;

/** A thousand labelled samples: the accuracy that a model is known for, and every output the runtime's. */
class LabelledSamplesTest {
    @BeforeAll
    static void needsTheRuntime() {
        ReferenceRuntime.assume();
    }

    @Test
    void keywords() throws IOException {
        assertEquals(901, correct("kws_ref_model", Models::keywords, Models::keywordLabels));
    }

    @Test
    void digits() throws IOException {
        assertEquals(987, correct("trained_lstm_int8", Models::digits, Models::digitLabels));
    }

    private static int correct(String name, Supplier<List<int[]>> data, Supplier<int[]> classes) throws IOException {
        byte[] content = Models.content(name);
        GoldenModel golden = Models.golden(new TfliteReader(note -> {}).read(content, "model", name));
        List<int[]> samples = data.get();
        int[] labels = classes.get();
        int correct = 0;
        try (ReferenceRuntime runtime = new ReferenceRuntime(content)) {
            for (int i = 0; i < samples.size(); i++) {
                int sample = i;
                int[] output = golden.run(samples.get(i));
                runtime.run(samples.get(i));
                assertArrayEquals(runtime.output(), output, () -> name + ", sample " + sample);
                correct += top(output) == labels[i] ? 1 : 0;
            }
        }
        assertEquals(1000, samples.size());
        return correct;
    }

    private static int top(int[] output) {
        int top = 0;
        for (int i = 1; i < output.length; i++) {
            top = output[i] > output[top] ? i : top;
        }
        return top;
    }
}
