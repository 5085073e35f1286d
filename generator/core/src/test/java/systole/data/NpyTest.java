package systole.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.data.NpyHeader.BadFile;
import systole.diagnostic.RefusedException;
import systole.network.IntTensor;

class NpyTest {
    /** What {@code numpy.save(numpy.array([[1, -2, 3], [4, 5, 300]], dtype='<i2'))} writes, of any version. */
    private static byte[] file(int version, String header, int... data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            out.putShort((short) text.length);
        } else {
            out.putInt(text.length);
        }
        out.put(text);
        for (int b : data) {
            out.put((byte) b);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static String header(String type, boolean fortran, String shape) {
        String order = fortran ? "True" : "False";
        return "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }      \n";
    }

    private static NpyArray parse(byte[] file) throws BadFile {
        return Npy.parse(file, "test.npy");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsEveryVersion(int version) throws BadFile {
        NpyArray array = parse(file(version, header("<i2", false, "(2, 2)"), 1, 0, 0xfe, 0xff, 3, 0, 0x2c, 1));
        assertEquals(List.of(2, 2), array.shape());
        assertArrayEquals(new int[] {1, -2, 3, 300}, array.toInts());
    }

    @Test
    void readsBothByteOrdersAndBothOrdersOfAxes() throws BadFile {
        assertArrayEquals(
                new int[] {258, -1},
                parse(file(1, header(">i2", false, "(2,)"), 1, 2, 255, 255)).toInts());
        NpyArray columns = parse(file(1, header("|u1", true, "(2, 3)"), 1, 4, 2, 5, 3, 6));
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, columns.toInts());
        assertEquals(parse(file(1, header("|u1", false, "(2, 3)"), 1, 2, 3, 4, 5, 6)), columns);
    }

    @ParameterizedTest
    @CsvSource({
        "|b1, 1, 1",
        "|i1, -1, 1",
        "|u1, 255, 1",
        "<i2, -1, 2",
        "<u2, 65535, 2",
        "<i4, -1, 4",
        "<u4, 4294967295, 4",
        "<i8, -1, 8"
    })
    void readsEveryIntegerType(String type, long expected, int size) throws BadFile {
        int[] bytes = new int[size];
        Arrays.fill(bytes, 255);
        assertEquals(expected, parse(file(1, header(type, false, "()"), bytes)).integer(0));
    }

    @Test
    void readsReals() throws BadFile {
        assertEquals(
                1.5,
                parse(file(1, header("<f4", false, "()"), 0, 0, 0xc0, 0x3f)).real(0));
        assertEquals(
                -2.0,
                parse(file(1, header(">f8", false, "(1,)"), 0xc0, 0, 0, 0, 0, 0, 0, 0))
                        .real(0));
        assertEquals(
                -2,
                parse(file(1, header(">f8", false, "(1,)"), 0xc0, 0, 0, 0, 0, 0, 0, 0))
                        .integer(0));
    }

    @Test
    void headersByOtherWritersAreUnderstood() throws BadFile {
        String other = "{\"shape\":(2L,),\"fortran_order\":False,\"descr\":\"|i1\"}";
        assertArrayEquals(new int[] {1, 2}, parse(file(1, other, 1, 2)).toInts());
    }

    @Test
    void writesTheBytesOfNumPy() {
        byte[] expected =
                file(1, "{'descr': '|i1', 'fortran_order': False, 'shape': (2,), }" + " ".repeat(60) + "\n", 1, 255);
        assertEquals(128 + 2, expected.length);
        assertArrayEquals(expected, Npy.bytes(NpyArray.ofLongs(List.of(2), 1, -1)));
    }

    @ParameterizedTest
    @CsvSource({"127, INT8", "-128, INT8", "128, INT16", "-32769, INT32", "2147483648, INT64"})
    void integersTakeTheSmallestType(long value, NpyType type) {
        assertEquals(type, NpyArray.ofLongs(List.of(1), value).type());
    }

    @Property
    void writtenIntegersReadBack(@ForAll @Size(max = 40) List<Long> values, @ForAll @IntRange(max = 63) int shift)
            throws BadFile {
        long[] data = values.stream().mapToLong(v -> v >> shift).toArray();
        NpyArray array = NpyArray.ofLongs(List.of(data.length, 1), data);
        NpyArray read = parse(Npy.bytes(array));
        assertEquals(array, read);
        assertArrayEquals(data, read.toLongs());
    }

    @Property
    void writtenRealsReadBack(@ForAll @Size(max = 40) double[] data) throws BadFile {
        NpyArray read = parse(Npy.bytes(NpyArray.ofDoubles(List.of(data.length), data)));
        assertArrayEquals(data, read.toDoubles());
    }

    @Property
    void anyOrderOfAxesAndBytesGivesTheSameArray(@ForAll long seed) throws BadFile {
        Random random = new Random(seed);
        List<Integer> shape = List.of(1 + random.nextInt(4), 1 + random.nextInt(4), 1 + random.nextInt(4));
        int size = shape.stream().reduce(1, (a, b) -> a * b);
        int[] values = random.ints(size).map(i -> (short) i).toArray();
        int[] bytes = new int[2 * size];
        int at = 0;
        for (int c = 0; c < shape.get(2); c++) {
            for (int b = 0; b < shape.get(1); b++) {
                for (int a = 0; a < shape.get(0); a++) {
                    int value = values[(a * shape.get(1) + b) * shape.get(2) + c];
                    bytes[at++] = value >> 8;
                    bytes[at++] = value;
                }
            }
        }
        String text = shape.toString().replace('[', '(').replace(']', ')');
        assertEquals(
                new IntTensor(shape, values),
                parse(file(1, header(">i2", true, text), bytes)).toTensor());
    }

    @Property(tries = 2000)
    void damagedFilesAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] file = Npy.bytes(NpyArray.ofLongs(List.of(3, 5), random.longs(15).toArray()));
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(90);
            file[at] = (byte)
                    (random.nextBoolean() ? "0123456789,()'<>fiu ".charAt(random.nextInt(20)) : random.nextInt());
        }
        file = Arrays.copyOf(file, random.nextInt(4) == 0 ? random.nextInt(file.length) : file.length);
        try {
            NpyArray array = parse(file);
            assertEquals(array.size(), array.toDoubles().length);
        } catch (BadFile e) {
            assertTrue(!e.getMessage().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(999999999, 999999999, 999999999)",
                "(999999999, 999999999, 999999999, 0)",
                "(99999999999999999999,)",
                "(1,1,1,1,1,1,1,1,1)",
                "(3,)",
                "(1,)",
                "(-2,)",
                "[2]",
                "(2"
            })
    void wrongAndAbsurdShapesAreRefused(String shape) {
        assertThrows(BadFile.class, () -> parse(file(1, header("|i1", false, shape), 1, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|O", "<c8", "<f2", "<i3", "x", "", "<U4", "i4", "!i4"})
    void otherElementTypesAreRefused(String type) {
        assertThrows(BadFile.class, () -> parse(file(1, header(type, false, "(2,)"), 1, 2, 3, 4, 5, 6, 7, 8)));
    }

    @Test
    void otherHeadersAreRefused() {
        for (String header : List.of(
                "",
                "{}",
                "{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '|i1', 'fortran_order': False}",
                header("|i1", false, "(1,)") + "x",
                "{'descr': '|i1', 'fortran_order': (1,), 'shape': (1,)}")) {
            assertThrows(BadFile.class, () -> parse(file(1, header, 1)), header);
        }
        assertThrows(BadFile.class, () -> parse(file(4, header("|i1", false, "(1,)"), 1)));
        assertThrows(BadFile.class, () -> parse(new byte[0]));
    }

    @Test
    void refusalsNameTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("weights.npy");
        assertTrue(assertThrows(RefusedException.class, () -> Npy.read(file))
                .getMessage()
                .contains("weights.npy"));
        Files.write(file, new byte[20]);
        assertTrue(assertThrows(RefusedException.class, () -> Npy.read(file))
                .getMessage()
                .contains("weights.npy"));
        Npy.write(NpyArray.ofDoubles(List.of(2), 1, 0.5), file);
        NpyArray halves = Npy.read(file);
        assertArrayEquals(new double[] {1, 0.5}, halves.toDoubles());
        assertTrue(assertThrows(RefusedException.class, halves::toInts)
                .getMessage()
                .contains("weights.npy"));
    }

    @Test
    void conversionsToIntegersAreExactOrRefused() {
        for (double value : new double[] {0.5, 0x1p63, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(RefusedException.class, NpyArray.ofDoubles(List.of(1), value)::toLongs);
        }
        assertEquals(
                Long.MIN_VALUE, NpyArray.ofLongs(List.of(1), Long.MIN_VALUE).integer(0));
        assertThrows(RefusedException.class, NpyArray.ofLongs(List.of(1), 1L << 31)::toInts);
        assertArrayEquals(new int[] {-7}, NpyArray.ofDoubles(List.of(1), -7).toInts());
    }

    @ParameterizedTest
    @CsvSource({"INT8,-128,127", "UINT8,0,255", "INT16,-32768,32767", "UINT16,0,65535", "INT32,-2147483648,2147483647"})
    void aTypeChosenHoldsItsOwnRangeAndNoMore(NpyType type, long min, long max) {
        NpyArray array = NpyArray.ofLongs(type, List.of(2), min, max);
        assertEquals(type, array.type());
        assertArrayEquals(new long[] {min, max}, array.toLongs());
        assertThrows(IllegalArgumentException.class, () -> NpyArray.ofLongs(type, List.of(1), min - 1));
        assertThrows(IllegalArgumentException.class, () -> NpyArray.ofLongs(type, List.of(1), max + 1));
    }
}
