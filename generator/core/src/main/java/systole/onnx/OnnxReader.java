package systole.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.importing.ModelFile;
import systole.layer.Support;

/**
 * Reads quantized ONNX models.
 *
 * <p>The network is named after the file, its input {@code frame}, and its layers after the operator and its number, such
 * as {@code conv0}. Images stream channels last, whatever the file says. A QuantizeLinear of a float input and a
 * DequantizeLinear to a float output are left out: frames go in and come out as the integers between them. Operators
 * that the output does not depend on are left out, too.
 */
public final class OnnxReader {
    private static final String EXTENSION = ".onnx";
    private static final int MAX_DEPTH = 50;

    private final Consumer<String> notes;

    /** @param notes is told, in one line each, what of a model does not become hardware */
    public OnnxReader(Consumer<String> notes) {
        this.notes = notes;
    }

    /** What can be read, operator by operator. */
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
     * @param file what positions call the file
     */
    OnnxModel read(byte[] content, String name, String file) {
        SourceRef where = new SourceRef(file, 0, 0);
        Graph whole = new ModelDecoder(parse(content, where), where).decode();
        Graph graph = whole.needed();
        if (graph.nodes().stream().noneMatch(OperatorKinds::quantizes)
                && graph.input().isFloat()) {
            throw RefusedException.of(
                    where,
                    "the model computes with real numbers: nothing in it is quantized",
                    OnnxAdvice.forFloats(graph.nodes().stream().map(FileNode::type)));
        }
        OnnxModel model = new Assembler(graph, where).model(name);
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
