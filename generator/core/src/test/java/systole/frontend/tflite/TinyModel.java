package systole.frontend.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.AssignVariableOptionsT;
import org.tensorflow.lite.schema.BufferT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.CallOnceOptionsT;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.QuantizeOptionsT;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.VarHandleOptionsT;

/** Writes small model files. */
final class TinyModel {
    private static final int MAX_OLD_CODE = 127;

    private final List<BufferT> buffers = new ArrayList<>(List.of(new BufferT()));
    private final List<TensorT> tensors = new ArrayList<>();
    private final List<OperatorCodeT> codes = new ArrayList<>();
    private final List<OperatorT> operators = new ArrayList<>();
    private final List<TensorT> initialTensors = new ArrayList<>();
    private final List<OperatorT> initialOperators = new ArrayList<>();
    private boolean sumsOf32Bits;

    /** A computed tensor; returns its index. */
    int tensor(byte type, double scale, int zero, int... dims) {
        return add(type, new float[] {(float) scale}, zero, 0, 0, dims);
    }

    /** A tensor without quantization. */
    int plain(byte type, int... dims) {
        return add(type, new float[0], 0, 0, 0, dims);
    }

    /** A constant of bytes. */
    int bytes(byte type, float[] scales, int channelAxis, byte[] data, int... dims) {
        return add(type, scales, 0, channelAxis, buffer(data), dims);
    }

    /** A constant of 32-bit integers. */
    int ints(int[] data, int... dims) {
        ByteBuffer bytes = ByteBuffer.allocate(data.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(data);
        return add(TensorType.INT32, new float[0], 0, 0, buffer(bytes.array()), dims);
    }

    /** A constant of 64-bit integers. */
    int longs(int[] data, int... dims) {
        ByteBuffer bytes = ByteBuffer.allocate(data.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.of(data).forEach(bytes::putLong);
        return add(TensorType.INT64, new float[0], 0, 0, buffer(bytes.array()), dims);
    }

    private int buffer(byte[] data) {
        BufferT buffer = new BufferT();
        buffer.setData(IntStream.range(0, data.length).map(i -> data[i]).toArray());
        buffers.add(buffer);
        return buffers.size() - 1;
    }

    private int add(byte type, float[] scales, int zero, int channelAxis, int buffer, int[] dims) {
        QuantizationParametersT q = new QuantizationParametersT();
        q.setScale(scales);
        q.setZeroPoint(IntStream.range(0, scales.length).mapToLong(i -> zero).toArray());
        q.setQuantizedDimension(channelAxis);
        TensorT tensor = new TensorT();
        tensor.setName("t" + tensors.size());
        tensor.setType(type);
        tensor.setShape(dims);
        tensor.setBuffer(buffer);
        if (scales.length > 0) {
            tensor.setQuantization(q);
        }
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    /** Gives a tensor the scales and zero points of another. */
    void copyQuantization(int from, int to) {
        tensors.get(to).setQuantization(tensors.get(from).getQuantization());
    }

    /** The last tensor as it will be written. */
    TensorT last() {
        return tensors.get(tensors.size() - 1);
    }

    /** A handle of a variable, for the operators of the model. */
    int variable(String name) {
        int handle = plain(TensorType.RESOURCE);
        operator(BuiltinOperator.VAR_HANDLE, BuiltinOptions.VarHandleOptions, handleOf(name), List.of(), handle);
        return handle;
    }

    private static VarHandleOptionsT handleOf(String name) {
        VarHandleOptionsT o = new VarHandleOptionsT();
        o.setContainer("");
        o.setSharedName(name);
        return o;
    }

    /** Lets the second subgraph assign a constant to a variable; the first calls it once. */
    void initially(String name, byte type, byte[] data, int... dims) {
        int before = tensors.size();
        int first = operators.size();
        assigned(before, first, name, bytes(type, new float[0], 0, data, dims));
    }

    /** Lets it assign what a QUANTIZE makes of real numbers. */
    void initially(String name, byte type, double scale, int zero, float[] data, int... dims) {
        int before = tensors.size();
        int first = operators.size();
        ByteBuffer bytes = ByteBuffer.allocate(data.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(data);
        int reals = bytes(TensorType.FLOAT32, new float[0], 0, bytes.array(), dims);
        int value = tensor(type, scale, zero, dims);
        operator(
                BuiltinOperator.QUANTIZE,
                BuiltinOptions.QuantizeOptions,
                new QuantizeOptionsT(),
                List.of(reals),
                value);
        assigned(before, first, name, value);
    }

    private void assigned(int before, int first, String name, int value) {
        int handle = variable(name);
        operator(
                BuiltinOperator.ASSIGN_VARIABLE,
                BuiltinOptions.AssignVariableOptions,
                new AssignVariableOptionsT(),
                List.of(handle, value));
        List<TensorT> added = tensors.subList(before, tensors.size());
        List<OperatorT> adding = operators.subList(first, operators.size());
        int shift = initialTensors.size() - before;
        adding.forEach(o -> {
            o.setInputs(IntStream.of(o.getInputs()).map(i -> i + shift).toArray());
            o.setOutputs(IntStream.of(o.getOutputs()).map(i -> i + shift).toArray());
        });
        initialTensors.addAll(added);
        initialOperators.addAll(adding);
        added.clear();
        adding.clear();
    }

    /** Makes the call of the second subgraph the first operator. */
    private void callOnce() {
        CallOnceOptionsT o = new CallOnceOptionsT();
        o.setInitSubgraphIndex(1);
        operator(BuiltinOperator.CALL_ONCE, BuiltinOptions.CallOnceOptions, o, List.of());
        operators.add(0, operators.remove(operators.size() - 1));
    }

    private static SubGraphT graph(List<TensorT> tensors, List<OperatorT> operators, int[] inputs, int... outputs) {
        SubGraphT graph = new SubGraphT();
        graph.setTensors(tensors.toArray(TensorT[]::new));
        graph.setOperators(operators.toArray(OperatorT[]::new));
        graph.setInputs(inputs);
        graph.setOutputs(outputs);
        return graph;
    }

    /** Adds an operator with attributes of a type of {@link org.tensorflow.lite.schema.BuiltinOptions}. */
    TinyModel operator(int code, byte optionsType, Object options, List<Integer> inputs, int... outputs) {
        OperatorCodeT operatorCode = new OperatorCodeT();
        operatorCode.setDeprecatedBuiltinCode((byte) Math.min(code, MAX_OLD_CODE));
        operatorCode.setBuiltinCode(code);
        operatorCode.setVersion(code == BuiltinOperator.BROADCAST_TO ? 2 : 1); // the first one that there is
        codes.add(operatorCode);
        BuiltinOptionsUnion union = new BuiltinOptionsUnion();
        union.setType(optionsType);
        union.setValue(options);
        OperatorT operator = new OperatorT();
        operator.setOpcodeIndex(codes.size() - 1L);
        operator.setInputs(inputs.stream().mapToInt(i -> i).toArray());
        operator.setOutputs(outputs);
        operator.setBuiltinOptions(union);
        operators.add(operator);
        return this;
    }

    /** Gives the last operator tensors that describe what happens inside. */
    void intermediates(int... tensors) {
        operators.get(operators.size() - 1).setIntermediates(tensors);
    }

    /** Declares that convolutions and matrix products of int16 sum in 32 bits. */
    void sumIn32Bits() {
        sumsOf32Bits = true;
    }

    boolean sumsIn32Bits() {
        return sumsOf32Bits;
    }

    /**
     * Adds {@code quantized_bias_type}, which the classes of the schema do not have yet, behind the six attributes of a
     * convolution and the four of a matrix product. Tables of another kind with as many fields ignore it.
     */
    private static final class BiasTypeBuilder extends FlatBufferBuilder {
        private int fields;

        @Override
        public void startTable(int count) {
            fields = count;
            super.startTable(count == 4 || count == 6 ? count + 1 : count);
        }

        @Override
        public int endTable() {
            if (fields == 4 || fields == 6) {
                addByte(fields, TensorType.INT32, 0);
            }
            fields = 0;
            return super.endTable();
        }
    }

    /** The file. */
    byte[] write(int[] inputs, int... outputs) {
        return write(1, inputs, outputs);
    }

    /** A file with the same subgraph several times. */
    byte[] write(int subgraphs, int[] inputs, int... outputs) {
        if (!initialOperators.isEmpty()) {
            callOnce();
        }
        SubGraphT graph = graph(tensors, operators, inputs, outputs);
        List<SubGraphT> graphs = new ArrayList<>(Collections.nCopies(subgraphs, graph));
        if (!initialOperators.isEmpty()) {
            graphs.add(1, graph(initialTensors, initialOperators, new int[0]));
        }
        ModelT model = new ModelT();
        model.setVersion(3);
        model.setBuffers(buffers.toArray(BufferT[]::new));
        model.setOperatorCodes(codes.toArray(OperatorCodeT[]::new));
        model.setSubgraphs(graphs.toArray(SubGraphT[]::new));
        FlatBufferBuilder builder = sumsOf32Bits ? new BiasTypeBuilder() : new FlatBufferBuilder();
        Model.finishModelBuffer(builder, Model.pack(builder, model));
        return builder.sizedByteArray();
    }
}
