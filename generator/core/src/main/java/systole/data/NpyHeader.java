package systole.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header of a {@code .npy} file, versions 1.0 to 3.0: a magic number, and a Python dictionary with the element
 * type, the order and the shape. Format: {@code numpy/lib/format.py}.
 *
 * @param type element type
 * @param bigEndian byte order of the elements
 * @param fortran true if the first index is the fastest
 * @param shape any rank; rank 0 is a single number
 * @param length bytes from the start of the file to the first element
 */
record NpyHeader(NpyType type, boolean bigEndian, boolean fortran, List<Integer> shape, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int MAX_RANK = 8;
    private static final int MAX_LENGTH = 10_000;

    private static final Pattern ENTRY = Pattern.compile("\\G\\s*(['\"])(descr|fortran_order|shape)\\1\\s*:\\s*"
            + "('[^']*'|\"[^\"]*\"|True|False|\\([0-9L,\\s]*\\))\\s*(,|(?=\\}))");

    /** A file that is not valid. The message gives the reason without the file's name. */
    static final class BadFile extends Exception {
        private static final long serialVersionUID = 1L;

        BadFile(String message) {
            super(message);
        }
    }

    /** The number of elements. */
    int elements() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    static NpyHeader parse(byte[] file) throws BadFile {
        if (file.length < 10 || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
            throw new BadFile("it is not a NumPy file");
        }
        int version = file[6];
        if (version < 1 || version > 3) {
            throw new BadFile("version " + version + " of the format is unknown");
        }
        int start = version == 1 ? 10 : 12;
        if (file.length < start) {
            throw new BadFile("the header is truncated");
        }
        ByteBuffer prefix = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long size = version == 1 ? Short.toUnsignedLong(prefix.getShort(8)) : Integer.toUnsignedLong(prefix.getInt(8));
        if (size > file.length - start) {
            throw new BadFile("the header is truncated");
        }
        if (size > MAX_LENGTH) {
            throw new BadFile("the header has " + size + " bytes, and NumPy reads at most " + MAX_LENGTH);
        }
        String text = new String(file, start, (int) size, StandardCharsets.UTF_8);
        return of(entries(text.strip()), start + (int) size);
    }

    private static Map<String, String> entries(String text) throws BadFile {
        Map<String, String> entries = new HashMap<>();
        Matcher matcher = ENTRY.matcher(text);
        int at = text.startsWith("{") ? 1 : 0;
        while (matcher.find(at)) {
            entries.put(matcher.group(2), matcher.group(3));
            at = matcher.end();
        }
        if (entries.size() != 3 || !text.substring(at).strip().equals("}")) {
            throw new BadFile("its header is not understood (is it a structured or an object array?)");
        }
        return entries;
    }

    private static NpyHeader of(Map<String, String> entries, int length) throws BadFile {
        String descr = entries.get("descr").replaceAll("['\"]", "");
        String order = entries.get("fortran_order");
        String shape = entries.get("shape");
        String code = descr.isEmpty() ? "" : descr.substring(1);
        NpyType type = NpyType.of(code)
                .filter(t -> "<>|=".indexOf(descr.charAt(0)) >= 0)
                .orElseThrow(() -> new BadFile("the element type '" + descr + "' is not supported"));
        if (!order.matches("True|False") || !shape.startsWith("(")) {
            throw new BadFile("its header is not understood");
        }
        return new NpyHeader(type, descr.startsWith(">"), order.equals("True"), shape(shape), length);
    }

    private static List<Integer> shape(String tuple) throws BadFile {
        List<Integer> shape = new ArrayList<>();
        for (String part : tuple.substring(1, tuple.length() - 1).split(",")) {
            String dim = part.strip();
            if (dim.isEmpty()) {
                continue;
            }
            if (!dim.matches("[0-9]{1,9}L?")) {
                throw new BadFile("the shape " + tuple + " is absurd");
            }
            shape.add(Integer.valueOf(dim.replace("L", "")));
        }
        if (shape.size() > MAX_RANK) {
            throw new BadFile("the shape " + tuple + " has more than " + MAX_RANK + " dimensions");
        }
        if (shape.stream().mapToDouble(d -> Math.max(d, 1)).reduce(1, (a, b) -> a * b) > Npy.MAX_BYTES) {
            throw new BadFile("the shape " + tuple + " is absurd");
        }
        return shape;
    }

    /** The header of a little-endian, row-major file of version 1.0, byte for byte as NumPy writes it. */
    static byte[] bytes(NpyType type, List<Integer> shape) {
        String dims = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String tuple = "(" + dims + (shape.size() == 1 ? ",)" : ")");
        String text = "{'descr': '" + type.descriptor() + "', 'fortran_order': False, 'shape': " + tuple + ", }";
        int length = (MAGIC.length + 4 + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (length - MAGIC.length - 4));
        out.put(text.getBytes(StandardCharsets.US_ASCII));
        while (out.remaining() > 1) {
            out.put((byte) ' ');
        }
        return out.put((byte) '\n').array();
    }
}
