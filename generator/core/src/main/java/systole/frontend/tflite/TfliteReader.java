package systole.frontend.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.frontend.importing.ModelFile;
import systole.layer.Support;
import systole.network.Network;

/**
 * Reads quantized TensorFlow Lite models.
 *
 * <p>The network is named after the file, its input {@code frame}, and its layers after the kind and the number of the
 * operator that they come from, such as {@code conv0}. A QUANTIZE of a float input and a DEQUANTIZE to a float output
 * are left out, so that frames go in and come out as integers. Operators on which the output does not depend are left
 * out as well.
 */
public final class TfliteReader {
    private static final String EXTENSION = ".tflite";

    private final Consumer<String> notes;

    /** @param notes receives a line for each part of a model that does not become hardware */
    public TfliteReader(Consumer<String> notes) {
        this.notes = notes;
    }

    /** The operators that can be read. */
    public static List<Support> support() {
        return Stream.concat(
                        OperatorKinds.TABLE.support().stream(),
                        Stream.of(
                                new Support("quantization", "DEQUANTIZE", "to a float output: left out"),
                                new Support(
                                        "history",
                                        "READ_VARIABLE",
                                        "of a variable whose rows a CONCATENATION puts in front of new ones"),
                                new Support("history", "ASSIGN_VARIABLE", "of the last rows of this CONCATENATION"),
                                new Support("history", "VAR_HANDLE", ""),
                                new Support("history", "CALL_ONCE", "of a subgraph that assigns constants")))
                .toList();
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException with every problem of the file and of the network; positions carry the path as given
     */
    public Network read(Path file) {
        return read(ModelFile.content(file), ModelFile.networkName(file, EXTENSION), file.toString());
    }

    /**
     * Reads the content of a file.
     *
     * @param name the network's name
     * @param file the name of the file in positions
     */
    Network read(byte[] content, String name, String file) {
        SourceRef where = new SourceRef(file, 0, 0);
        try {
            FileModel model = Variables.resolved(decoded(content, where));
            DataFlow flow = DataFlow.of(model, where);
            Network network = new Assembler(model, flow, where).network(name);
            new LeftOut(model, flow).notes().forEach(notes);
            return network;
        } catch (IndexOutOfBoundsException e) {
            // Attributes stay in the file until a reader of operators asks for them.
            throw malformed(where, e);
        }
    }

    private static FileModel decoded(byte[] content, SourceRef where) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            return new ModelDecoder(buffer, where).decode();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // Any offset is followed, and the buffer checks every read.
            throw malformed(where, e);
        }
    }

    private static RefusedException malformed(SourceRef where, RuntimeException cause) {
        return ModelFile.damaged(
                where,
                "the file is damaged: what it says about its own layout does not agree with its content",
                "copy or convert it again",
                cause);
    }
}
