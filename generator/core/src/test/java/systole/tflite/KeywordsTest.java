package systole.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systole.golden.GoldenModel;

/** A thousand labelled keywords: the accuracy that the model is known for, and every output the runtime's. */
class KeywordsTest {
    @BeforeAll
    static void needsTheRuntime() {
        ReferenceRuntime.assume();
    }

    @Test
    void thousandKeywords() throws IOException {
        byte[] content = Models.content("kws_ref_model");
        GoldenModel golden = Models.golden(new TfliteReader(note -> {}).read(content, "model", "kws_ref_model"));
        List<int[]> samples = Models.keywords();
        int[] labels = Models.keywordLabels();
        int correct = 0;
        try (ReferenceRuntime runtime = new ReferenceRuntime(content)) {
            for (int i = 0; i < samples.size(); i++) {
                int sample = i;
                int[] output = golden.run(samples.get(i));
                runtime.run(samples.get(i));
                assertArrayEquals(runtime.output(), output, () -> "sample " + sample);
                correct += top(output) == labels[i] ? 1 : 0;
            }
        }
        assertEquals(1000, samples.size());
        assertEquals(901, correct);
    }

    private static int top(int[] output) {
        int top = 0;
        for (int i = 1; i < output.length; i++) {
            top = output[i] > output[top] ? i : top;
        }
        return top;
    }
}
