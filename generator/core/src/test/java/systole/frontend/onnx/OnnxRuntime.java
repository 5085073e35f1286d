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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import systole.network.Port;
import systole.network.Quantized;
import systole.network.Side;

/**
 * ONNX Runtime on a model. Its integer kernels are asked for with int8 activations, too, and its sums never saturate in
 * between, whatever the processor.
 */
final class OnnxRuntime implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "systole");

    private final OrtSession session;

    /**
     * @param int8 integer kernels for int8 activations are asked for
     * @param signed activations are int8 in these kernels; for others, sums of int8 weights are kept from saturating
     */
    OnnxRuntime(byte[] model, boolean int8, boolean signed) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (int8) {
                options.addConfigEntry("session.qdqisint8allowed", "1");
            }
            options.setIntraOpNumThreads(1);
            if (!int8 || !signed) {
                options.addConfigEntry("session.x64quantprecision", "1");
            }
            session = ENVIRONMENT.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs one frame of each input.
     *
     * @param in what the integers stand for where the model's inputs are float
     * @param out what the results stand for where the model's outputs are float
     * @param frames integers, row-major as the model has them
     * @return the integers of each output
     */
    List<int[]> run(Side in, Side out, List<int[]> frames) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (int i = 0; i < frames.size(); i++) {
                Port port = in.ports().get(i);
                long[] dims = LongStream.concat(
                                LongStream.of(1), port.dims().stream().mapToLong(d -> d))
                        .toArray();
                inputs.put(
                        port.tensor(),
                        tensor(frames.get(i), dims, in.bundle().types().get(i).element(), port.tensor()));
            }
            List<int[]> results = new ArrayList<>();
            try (OrtSession.Result result = session.run(inputs)) {
                for (int i = 0; i < out.ports().size(); i++) {
                    Quantized element = out.bundle().types().get(i).element();
                    results.add(integers((OnnxTensor) result.get(i), element));
                }
            }
            return results;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    /** Runs one frame of real numbers. */
    float[] reals(float[] frame, long[] dims) {
        String name = session.getInputNames().iterator().next();
        try (OnnxTensor input = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(frame), dims);
                OrtSession.Result result = session.run(Map.of(name, input))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] reals = new float[values.remaining()];
            values.get(reals);
            return reals;
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

    private static int[] integers(OnnxTensor tensor, Quantized output) {
        int size = (int) tensor.getInfo().getNumElements();
        int[] values = new int[size];
        OnnxJavaType type = tensor.getInfo().type;
        for (int i = 0; i < size; i++) {
            values[i] = switch (type) {
                case INT8 -> tensor.getByteBuffer().get(i);
                case UINT8 -> tensor.getByteBuffer().get(i) & 0xFF;
                case INT64 -> (int) tensor.getLongBuffer().get(i);
                case FLOAT -> Reals.quantize(tensor.getFloatBuffer().get(i), output);
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
