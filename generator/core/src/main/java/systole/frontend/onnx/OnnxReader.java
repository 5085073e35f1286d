package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.frontend.importing.ModelFile;
import systole.layer.Support;

/**
 * Reads quantized ONNX models.
 *
 * <p>The network is named after the file, its input {@code frame} (several ones {@code frame0}, {@code frame1} and so on),
 * and its layers after the operator and its number, such as {@code conv0}. Images always stream channels last. A
 * QuantizeLinear of a float input and a DequantizeLinear to a float output are left out, so that frames go in and come out
 * as integers. Operators on which no output depends are left out as well.
 */
public final class OnnxReader {
    private static final String EXTENSION = ".onnx";
    private static final int MAX_DEPTH = 50;

    private final Consumer<String> notes;
    private final RealArithmetic reals;

    /** @param notes receives a line for each part of a model that does not become hardware */
    public OnnxReader(Consumer<String> notes) {
        this(notes, RealArithmetic.RUNTIME);
    }

    /** @param reals what is computed where the runtime works with real numbers */
    public OnnxReader(Consumer<String> notes, RealArithmetic reals) {
        this.notes = notes;
        this.reals = reals;
    }

    /** The operators that can be read. */
    public static List<Support> support() {
        return OperatorKinds.TABLE.support();
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException with every problem of the file and of the network; positions carry the path as given
     */
    public OnnxModel read(Path file) {
        return read(ModelFile.content(file), ModelFile.networkName(file, EXTENSION), file.toString());
    }

    /**
     * Reads the content of a file.
     *
     * @param name the network's name
     * @param file the name of the file in positions
     */
    OnnxModel read(byte[] content, String name, String file) {
        SourceRef where = new SourceRef(file, 0, 0);
        Graph whole = new ModelDecoder(parse(content, where), where).decode();
        Graph graph = DoublePairs.joined(whole.needed());
        if (graph.nodes().stream().noneMatch(OperatorKinds::quantizes)
                && graph.inputs().stream().anyMatch(FileTensor::isFloat)) {
            throw RefusedException.of(
                    where,
                    "the model computes with real numbers: nothing in it is quantized",
                    OnnxAdvice.forFloats(graph.nodes().stream().map(FileNode::type)));
        }
        Assembler assembler = new Assembler(graph, where, reals);
        OnnxModel model = assembler.model(name);
        assembler.notes().forEach(notes);
        new LeftOut(whole, graph).notes(model).forEach(notes);
        return model;
    }

    private static ModelProto parse(byte[] content, SourceRef where) {
        try {
            CodedInputStream stream = CodedInputStream.newInstance(content);
            stream.setRecursionLimit(MAX_DEPTH);
            return ModelProto.parseFrom(stream);
        } catch (IOException e) {
            throw ModelFile.damaged(
                    where, "the file is damaged, or no ONNX model: " + e.getMessage(), "copy or export it again", e);
        }
    }
}
