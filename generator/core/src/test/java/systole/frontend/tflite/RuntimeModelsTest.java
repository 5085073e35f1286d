package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.diagnostic.SourceRef;
import systole.golden.GoldenModel;
import systole.network.Network;

/** Every tensor inside whole models against the reference runtime. */
@Tag("slow")
class RuntimeModelsTest {
    @BeforeAll
    static void needsTheRuntime() {
        ReferenceRuntime.assume();
    }

    @ParameterizedTest
    @CsvSource({
        "hello_world_int8, 3, 40",
        "kws_ref_model, 13, 6",
        "pretrainedResnet_quant, 16, 4",
        "vww_96_int8, 31, 2",
        "ad01_int8, 10, 10",
        "trained_lstm_int8, 4, 48"
    })
    void everyTensorIsEqual(String name, int tensors, int samples) throws IOException {
        byte[] content = Models.content(name);
        Network network = new TfliteReader(note -> {}).read(content, "model", name);
        GoldenModel golden = Models.golden(network);
        List<FileOperator> operators = new ModelDecoder(
                        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), SourceRef.NONE)
                .decode()
                .operators();
        int compared = 0;
        try (ReferenceRuntime runtime = new ReferenceRuntime(content)) {
            for (int[] frame : Models.samples(name, "inputs").subList(0, samples)) {
                golden.run(frame);
                runtime.run(frame);
                for (FileOperator operator : operators) {
                    String layer = OperatorKinds.find(operator).orElseThrow().name() + operator.index();
                    if (network.types().containsKey(layer)) {
                        assertArrayEquals(
                                runtime.tensor(operator.outputs().get(0)), golden.tensor(layer), operator::toString);
                        compared++;
                    }
                }
            }
        }
        assertEquals(samples * tensors, compared);
    }
}
