package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * The input or the output of a graph, as the file describes it.
 *
 * @param type one of {@link DataType}, or unknown
 * @param dims its dimensions with the batch; 0 if the size is open
 */
record FileTensor(String name, int type, List<Integer> dims) {
    FileTensor {
        dims = List.copyOf(dims);
    }

    boolean isFloat() {
        return type == DataType.FLOAT_VALUE;
    }

    static String typeName(int type) {
        DataType known = DataType.forNumber(type);
        return known == null ? "type " + type : known.name();
    }

    /** The tensor in the words of messages: {@code tensor 'x'}. */
    @Override
    public String toString() {
        return "tensor '" + name + "'";
    }
}
