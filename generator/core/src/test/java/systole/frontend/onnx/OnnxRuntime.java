package systole.frontend.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import systole.network.Quantized;

/**
 * ONNX Runtime on a model. Its integer kernels are asked for with int8 activations, too, and its sums never saturate in
 * between, whatever the processor.
 */
final class OnnxRuntime implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "systole");

    private final OrtSession session;

    /** @param signed activations are int8; for others, sums of int8 weights are kept from saturating */
    OnnxRuntime(byte[] model, boolean signed) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.addConfigEntry("session.qdqisint8allowed", "1");
            options.setIntraOpNumThreads(1);
            if (!signed) {
                options.addConfigEntry("session.x64quantprecision", "1");
            }
            session = ENVIRONMENT.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs one frame.
     *
     * @param frame integers, row-major as the model has them
     * @param element what they stand for, if the model's input is float
     */
    int[] run(int[] frame, long[] dims, Quantized element) {
        String name = session.getInputNames().iterator().next();
        try (OnnxTensor input = tensor(frame, dims, element, name);
                OrtSession.Result result = session.run(Map.of(name, input))) {
            return integers((OnnxTensor) result.get(0));
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private OnnxTensor tensor(int[] frame, long[] dims, Quantized element, String name) throws OrtException {
        TensorInfo info = (TensorInfo) session.getInputInfo().get(name).getInfo();
        if (info.type == OnnxJavaType.FLOAT) {
            FloatBuffer reals = FloatBuffer.allocate(frame.length);
            for (int x : frame) {
                reals.put(Reals.dequantize(x, element));
            }
            return OnnxTensor.createTensor(ENVIRONMENT, reals.rewind(), dims);
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect(frame.length).order(ByteOrder.nativeOrder());
        for (int x : frame) {
            bytes.put((byte) x);
        }
        return OnnxTensor.createTensor(ENVIRONMENT, bytes.rewind(), dims, info.type);
    }

    private static int[] integers(OnnxTensor tensor) {
        int size = (int) tensor.getInfo().getNumElements();
        int[] values = new int[size];
        OnnxJavaType type = tensor.getInfo().type;
        for (int i = 0; i < size; i++) {
            values[i] = switch (type) {
                case INT8 -> tensor.getByteBuffer().get(i);
                case UINT8 -> tensor.getByteBuffer().get(i) & 0xFF;
                case INT64 -> (int) tensor.getLongBuffer().get(i);
                default -> throw new IllegalStateException("output of " + type);
            };
        }
        return values;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
