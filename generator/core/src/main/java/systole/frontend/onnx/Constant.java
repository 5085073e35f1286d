package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntTensor;

/**
 * A constant tensor.
 *
 * @param name its name in the file, shortened, for messages only
 * @param dims empty for a scalar
 * @param type one of {@link DataType}
 * @param values the values, which are exact in 64-bit floating point, except for INT64 values beyond 2^53
 */
record Constant(String name, List<Integer> dims, int type, double[] values) {
    /** The most elements. A model with more does not fit any chip. */
    static final long MAX_VALUES = 1L << 24;

    private static final Map<Integer, Integer> BYTES = Map.of(
            DataType.FLOAT_VALUE, 4,
            DataType.DOUBLE_VALUE, 8,
            DataType.INT8_VALUE, 1,
            DataType.UINT8_VALUE, 1,
            DataType.INT16_VALUE, 2,
            DataType.UINT16_VALUE, 2,
            DataType.INT32_VALUE, 4,
            DataType.INT64_VALUE, 8);

    Constant {
        dims = List.copyOf(dims);
    }

    /** A single number. */
    static Constant scalar(String name, int type, double value) {
        return new Constant(name, List.of(), type, new double[] {value});
    }

    /** Decodes a tensor of the file. */
    static Constant of(String name, TensorProto proto) {
        String what = "constant '" + name + "'";
        double count = proto.getDimsList().stream().mapToDouble(d -> d).reduce(1, (a, b) -> a * b);
        if (count > MAX_VALUES || proto.getDimsList().stream().anyMatch(d -> d < 0 || d > MAX_VALUES)) {
            throw refused(what + " has the dimensions " + proto.getDimsList(), "use a smaller model");
        }
        if (proto.getExternalDataCount() > 0 || proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            throw refused(what + " lies in another file", "save the model with its weights in one file");
        }
        if (!BYTES.containsKey(proto.getDataType())) {
            throw refused(
                    what + " is " + FileTensor.typeName(proto.getDataType()),
                    "8-bit weights, 32-bit biases and float scales are supported");
        }
        List<Integer> dims = proto.getDimsList().stream().map(Math::toIntExact).toList();
        return new Constant(name, dims, proto.getDataType(), decode(proto, (int) count, what));
    }

    private static double[] decode(TensorProto proto, int count, String what) {
        boolean raw = proto.hasRawData() && !proto.getRawData().isEmpty();
        int size = BYTES.get(proto.getDataType());
        long held = raw ? proto.getRawData().size() / size : listed(proto);
        if (held != count || (raw && proto.getRawData().size() % size != 0)) {
            throw refused(what + " should hold " + count + " values and holds " + held, "export the model again");
        }
        IntToDoubleFunction value = raw ? raw(proto.getRawData(), proto.getDataType()) : list(proto);
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }

    private static int listed(TensorProto proto) {
        return switch (proto.getDataType()) {
            case DataType.FLOAT_VALUE -> proto.getFloatDataCount();
            case DataType.DOUBLE_VALUE -> proto.getDoubleDataCount();
            case DataType.INT64_VALUE -> proto.getInt64DataCount();
            default -> proto.getInt32DataCount();
        };
    }

    private static IntToDoubleFunction list(TensorProto proto) {
        return switch (proto.getDataType()) {
            case DataType.FLOAT_VALUE -> proto::getFloatData;
            case DataType.DOUBLE_VALUE -> proto::getDoubleData;
            case DataType.INT64_VALUE -> proto::getInt64Data;
            default -> proto::getInt32Data;
        };
    }

    private static IntToDoubleFunction raw(ByteString bytes, int type) {
        ByteBuffer data = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case DataType.FLOAT_VALUE -> i -> data.getFloat(4 * i);
            case DataType.DOUBLE_VALUE -> i -> data.getDouble(8 * i);
            case DataType.INT8_VALUE -> i -> data.get(i);
            case DataType.UINT8_VALUE -> i -> data.get(i) & 0xFF;
            case DataType.INT16_VALUE -> i -> data.getShort(2 * i);
            case DataType.UINT16_VALUE -> i -> data.getShort(2 * i) & 0xFFFF;
            case DataType.INT32_VALUE -> i -> data.getInt(4 * i);
            default -> i -> data.getLong(8 * i);
        };
    }

    /**
     * A number of values, if a constant may hold so many.
     *
     * @throws RefusedException if there are more
     */
    static long limited(long values) {
        if (values < 0 || values > MAX_VALUES) {
            throw refused("a constant would hold " + values + " values", "use a smaller model");
        }
        return values;
    }

    int size() {
        return values.length;
    }

    boolean isReal() {
        return type == DataType.FLOAT_VALUE || type == DataType.DOUBLE_VALUE;
    }

    /** The values as integers; real numbers must be whole. */
    IntTensor integers() {
        int[] integers = new int[values.length];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (int) values[i];
            if (integers[i] != values[i]) {
                throw refused(this + " holds " + values[i], "integers of at most 32 bits are expected here");
            }
        }
        return new IntTensor(dims, integers);
    }

    /** The single value. */
    double scalar() {
        if (values.length != 1) {
            throw refused(this + " holds " + values.length + " values", "a single one is expected here");
        }
        return values[0];
    }

    /** The constant in the words of messages. */
    @Override
    public String toString() {
        return "constant '" + name + "'";
    }

    private static RefusedException refused(String message, String hint) {
        return RefusedException.of(SourceRef.NONE, message, hint);
    }
}
