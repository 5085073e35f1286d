package systole.frontend.tflite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.QuantizationParameters;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.network.Bundle;

/**
 * Decodes the flatbuffer into plain values.
 *
 * <p>A damaged file may contain any offset. Reading outside the buffer throws, and every length is limited before it is
 * used.
 */
final class ModelDecoder {
    private static final int VERSION = 3;
    private static final int MIN_BYTES = 8;
    private static final int MAX_NAME = 60;

    /** The most entries of all lists together. A damaged file may repeat the same list many times. */
    private static final int MAX_ENTRIES = 1 << 20;

    private final ByteBuffer content;
    private final SourceRef where;
    private final Problems problems = new Problems();
    private int entries;

    ModelDecoder(ByteBuffer content, SourceRef where) {
        this.content = content;
        this.where = where;
    }

    FileModel decode() {
        require(
                content.remaining() >= MIN_BYTES && Model.ModelBufferHasIdentifier(content),
                "the file is not a TensorFlow Lite model",
                "such a file has the letters TFL3 in bytes 4 to 7");
        problems.throwIfAny();
        Model model = Model.getRootAsModel(content);
        require(model.version() == VERSION, "the model has schema version " + model.version(), "convert it again");
        require(model.subgraphsLength() > 0, "the model has no subgraph", "convert it again");
        problems.throwIfAny();
        SubGraph graph = model.subgraphs(0);
        some("inputs", graph.inputsLength());
        some("outputs", graph.outputsLength());
        problems.throwIfAny();
        FileModel main = subgraph(graph, model);
        Map<Integer, FileModel> called = new HashMap<>();
        main.operators().stream()
                .flatMap(operator -> InitialValues.subgraph(operator).stream())
                .forEach(index -> called.computeIfAbsent(
                        within(index, model.subgraphsLength()), i -> subgraph(model.subgraphs(i), model)));
        return new FileModel(
                main.tensors(),
                main.operators(),
                list(graph.inputsLength(), i -> within(graph.inputs(i), graph.tensorsLength())),
                list(graph.outputsLength(), i -> within(graph.outputs(i), graph.tensorsLength())),
                model.subgraphsLength(),
                called,
                Kept.NOTHING);
    }

    private FileModel subgraph(SubGraph graph, Model model) {
        return new FileModel(
                list(graph.tensorsLength(), i -> tensor(graph.tensors(i), model)),
                list(graph.operatorsLength(), i -> operator(i, graph, model)),
                List.of(),
                List.of(),
                model.subgraphsLength(),
                Map.of(),
                Kept.NOTHING);
    }

    private void some(String what, int count) {
        require(
                count >= 1 && count <= Bundle.MAX_TENSORS,
                "the model has " + count + " " + what,
                "there are 1 to " + Bundle.MAX_TENSORS
                        + "; split the model, or join them inside it by a concatenation");
    }

    private void require(boolean condition, String message, String hint) {
        if (!condition) {
            problems.add(where, message, hint);
        }
    }

    private FileTensor tensor(Tensor tensor, Model model) {
        List<Integer> dims = list(tensor.shapeLength(), tensor::shape);
        List<Integer> signature = list(tensor.shapeSignatureLength(), tensor::shapeSignature);
        Optional<QuantizationParameters> q = Optional.ofNullable(tensor.quantization());
        return new FileTensor(
                name(tensor),
                tensor.type(),
                dims,
                signature.stream().skip(1).anyMatch(d -> d < 0),
                q.map(p -> list(p.scaleLength(), p::scale)).orElse(List.of()),
                q.map(p -> list(p.zeroPointLength(), p::zeroPoint)).orElse(List.of()),
                q.map(QuantizationParameters::quantizedDimension).orElse(0),
                Optional.ofNullable(tensor.sparsity()).isPresent(),
                tensor.isVariable(),
                data(tensor.buffer(), model));
    }

    private static String name(Tensor tensor) {
        Optional<ByteBuffer> bytes = Optional.ofNullable(tensor.nameAsByteBuffer());
        return bytes.map(b -> StandardCharsets.UTF_8
                        .decode(b.slice(b.position(), Math.min(MAX_NAME, b.remaining())))
                        .toString()
                        .replaceAll("\\p{Cntrl}", " "))
                .orElse("");
    }

    private static Optional<ByteBuffer> data(long index, Model model) {
        Buffer buffer = model.buffers(within(index, model.buffersLength()));
        return Optional.ofNullable(buffer.dataAsByteBuffer()).filter(ByteBuffer::hasRemaining);
    }

    private FileOperator operator(int index, SubGraph graph, Model model) {
        Operator operator = graph.operators(index);
        OperatorCode code = model.operatorCodes(within(operator.opcodeIndex(), model.operatorCodesLength()));
        int number = Math.max(code.deprecatedBuiltinCode(), code.builtinCode());
        int tensors = graph.tensorsLength();
        return new FileOperator(
                index,
                number,
                kind(number, code),
                list(operator.inputsLength(), operator::inputs).stream()
                        .map(i -> i == -1 ? i : within(i, tensors))
                        .toList(),
                list(operator.outputsLength(), operator::outputs).stream()
                        .map(i -> within(i, tensors))
                        .toList(),
                list(operator.intermediatesLength(), operator::intermediates).stream()
                        .map(i -> within(i, tensors))
                        .toList(),
                operator);
    }

    private static String kind(int number, OperatorCode code) {
        if (number == BuiltinOperator.CUSTOM) {
            Optional<ByteBuffer> name = Optional.ofNullable(code.customCodeAsByteBuffer());
            return "CUSTOM "
                    + name.filter(n -> n.remaining() <= MAX_NAME)
                            .map(n ->
                                    StandardCharsets.UTF_8.decode(n).toString().replaceAll("\\p{Cntrl}", " "))
                            .orElse("");
        }
        return number >= 0 && number < BuiltinOperator.names.length
                ? BuiltinOperator.name(number)
                : "with code " + number;
    }

    private static int within(long index, int count) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("index " + index + " of " + count);
        }
        return (int) index;
    }

    private <T> List<T> list(int length, IntFunction<T> element) {
        if (length < 0 || length > MAX_ENTRIES - entries) {
            throw new IllegalArgumentException("a list of " + length + " entries");
        }
        entries += length;
        return IntStream.range(0, length).mapToObj(element).toList();
    }
}
