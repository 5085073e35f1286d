package systole.frontend.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import systole.diagnostic.InputFile;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.layer.Catalog;
import systole.network.Network;
import systole.network.NetworkValidator;

/** Reads networks in text form. */
public final class NetReader {
    /** The longest text that is read, in bytes. Large tensors belong into weight files. */
    public static final long MAX_BYTES = 1L << 21;

    private final Catalog catalog;
    private final boolean outside;

    /** A reader of networks whose weight files lie in their folder, or below that. */
    public NetReader(Catalog catalog) {
        this(catalog, false);
    }

    /** @param outside whether weight files may lie outside of a network's folder */
    public NetReader(Catalog catalog, boolean outside) {
        this.catalog = catalog;
        this.outside = outside;
    }

    /**
     * Reads a file; weight files are found relative to its folder.
     *
     * @throws RefusedException with every problem of the file and of the network; positions carry the path as given
     */
    public Network read(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return read(text(file), file.toString(), folder);
    }

    /**
     * Reads a text.
     *
     * @param name what positions call the text
     * @param folder where relative names of weight files start
     * @throws RefusedException with every problem of the text and of the network
     */
    public Network read(String text, String name, Path folder) {
        Problems problems = new Problems();
        SourceFile source = new SourceFile(name);
        NetParser.NetContext tree = new NetSyntax(source, problems).parse(text);
        boolean complete = problems.isEmpty();

        Scalars scalars = new Scalars(problems);
        Tensors tensors = new Tensors(scalars, new WeightFiles(folder, outside), problems);
        var requantizations = new RequantizationReader(scalars, tensors, problems);
        var readers = new StatementArguments.Readers(scalars, tensors, requantizations);
        ValueBuilder values = new ValueBuilder(source, problems);
        TypeReader types = new TypeReader(source, values, scalars, problems);
        LayerReader layers = new LayerReader(catalog, source, values, types, readers, problems);

        return NetworkValidator.validate(
                new DraftReader(source, layers, types, problems).read(tree, complete), problems);
    }

    private static String text(Path file) {
        SourceRef where = new SourceRef(file.toString(), 0, 0);
        try {
            byte[] bytes = InputFile.bytes(file, MAX_BYTES);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw RefusedException.of(where, "there is no such file", "");
        } catch (CharacterCodingException e) {
            throw RefusedException.of(where, "the file is not text in UTF-8", "");
        } catch (IOException e) {
            throw RefusedException.of(
                    where, "the file cannot be read: " + e.getMessage(), "large tensors belong into .npz files");
        }
    }
}
