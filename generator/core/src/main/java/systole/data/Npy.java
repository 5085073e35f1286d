package systole.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import systole.data.NpyHeader.BadFile;
import systole.diagnostic.InputFile;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/** Reads and writes {@code .npy} files: one array each, in the format of NumPy. */
public final class Npy {
    /** The largest file that is read, in bytes. */
    public static final long MAX_BYTES = 1L << 28;

    private Npy() {}

    /**
     * Reads a file of version 1.0 to 3.0, in any byte order, row-major or column-major.
     *
     * @throws RefusedException if it cannot be read; the message names the file
     */
    public static NpyArray read(Path file) {
        try {
            return parse(InputFile.bytes(file, MAX_BYTES), file.getFileName().toString());
        } catch (IOException e) {
            throw refused(file, reason(e));
        } catch (BadFile e) {
            throw refused(file, e.getMessage());
        }
    }

    /** Writes a file of version 1.0, byte for byte as NumPy does. */
    public static void write(NpyArray array, Path file) {
        try {
            AtomicFile.write(file, bytes(array));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of the file that {@link #write} writes. */
    public static byte[] bytes(NpyArray array) {
        byte[] header = NpyHeader.bytes(array.type(), array.shape());
        byte[] data = array.bytes();
        byte[] file = new byte[header.length + data.length];
        System.arraycopy(header, 0, file, 0, header.length);
        System.arraycopy(data, 0, file, header.length, data.length);
        return file;
    }

    static NpyArray parse(byte[] file, String name) throws BadFile {
        NpyHeader header = NpyHeader.parse(file);
        int size = header.type().bytes();
        int present = file.length - header.length();
        int elements = header.elements();
        if (elements > present / size) {
            throw new BadFile(
                    "it is truncated: " + header.type() + header.shape() + " needs more than " + present + " bytes");
        }
        if (elements * size != present) {
            throw new BadFile("it has " + present + " bytes of data, but " + header.type() + header.shape() + " needs "
                    + elements * size);
        }
        byte[] data = Arrays.copyOfRange(file, header.length(), file.length);
        if (header.bigEndian()) {
            reverseEach(data, size);
        }
        return new NpyArray(
                name, header.type(), header.shape(), header.fortran() ? rowMajor(data, header.shape(), size) : data);
    }

    private static void reverseEach(byte[] data, int size) {
        for (int from = 0; from < data.length; from += size) {
            for (int low = from, high = from + size - 1; low < high; low++, high--) {
                byte swapped = data[low];
                data[low] = data[high];
                data[high] = swapped;
            }
        }
    }

    private static byte[] rowMajor(byte[] data, List<Integer> shape, int size) {
        int[] order = columnMajor(shape);
        byte[] sorted = new byte[data.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(data, order[i] * size, sorted, i * size, size);
        }
        return sorted;
    }

    /** For each row-major position, the column-major one. */
    private static int[] columnMajor(List<Integer> shape) {
        int[] dims = shape.stream().mapToInt(d -> d).toArray();
        int[] strides = new int[dims.length];
        int elements = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            strides[axis] = elements;
            elements *= dims[axis];
        }
        int[] order = new int[elements];
        for (int i = 0; i < elements; i++) {
            int rest = i;
            for (int axis = dims.length - 1; axis >= 0; axis--) {
                order[i] += rest % dims[axis] * strides[axis];
                rest /= dims[axis];
            }
        }
        return order;
    }

    static RefusedException refused(Path file, String reason) {
        return RefusedException.of(
                new SourceRef(file.toString(), 0, 0), "cannot read '" + file.getFileName() + "': " + reason, "");
    }

    static String reason(IOException e) {
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "there is no such file";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
