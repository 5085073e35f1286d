package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.List;
import systole.fuzz.FuzzTarget;

/**
 * ONNX models whose fields are changed and whose encoding is sound, so that more of them get past the decoder than of
 * those that {@link OnnxFuzz} reads.
 */
public final class OnnxGraphFuzz implements FuzzTarget {
    private static final OnnxFuzz ANY = new OnnxFuzz();

    public static void fuzzerTestOneInput(@NotNull ModelProto model) {
        ANY.run(model.toByteArray());
    }

    @Override
    public String name() {
        return "onnx_graph";
    }

    @Override
    public List<byte[]> seeds() {
        return ANY.seeds();
    }

    @Override
    public List<String> words() {
        return ANY.words();
    }

    @Override
    public void run(byte[] input) {
        ANY.run(input);
    }
}
