package systole.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntTensor;

/**
 * An array of numbers of any rank, row-major; a value. Rank 0 is a single number. Reals are compared by their bits.
 *
 * <p>The conversions to integers are exact or refused.
 */
public final class NpyArray {
    private final String name;
    private final NpyType type;
    private final List<Integer> shape;
    private final ByteBuffer data;

    /** @param data little-endian and row-major, not copied */
    NpyArray(String name, NpyType type, List<Integer> shape, byte[] data) {
        this.name = name;
        this.type = type;
        this.shape = List.copyOf(shape);
        this.data = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        if (this.shape.stream().mapToLong(d -> d).reduce(1, Math::multiplyExact) * type.bytes() != data.length) {
            throw new IllegalArgumentException(data.length + " bytes do not fill " + shape + " of " + type);
        }
    }

    /** An array of integers in the smallest signed type that holds them. */
    public static NpyArray ofLongs(List<Integer> shape, long... values) {
        LongStream bounded = LongStream.concat(Arrays.stream(values), LongStream.of(0));
        var range = bounded.summaryStatistics();
        return ofLongs(NpyType.signed(range.getMin(), range.getMax()), shape, values);
    }

    /**
     * An array of integers in a given type.
     *
     * @throws IllegalArgumentException if a value does not fit the type, or if the type is not one of integers
     */
    public static NpyArray ofLongs(NpyType type, List<Integer> shape, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            switch (type) {
                case BOOL, INT8, UINT8 -> bytes.put((byte) value);
                case INT16, UINT16 -> bytes.putShort((short) value);
                case INT32, UINT32 -> bytes.putInt((int) value);
                case INT64 -> bytes.putLong(value);
                default -> throw new IllegalArgumentException(type + " is not a type of integers");
            }
        }
        NpyArray array = new NpyArray("", type, shape, bytes.array());
        for (int i = 0; i < values.length; i++) {
            if (array.bits(i) != values[i]) {
                throw new IllegalArgumentException(values[i] + " does not fit " + type);
            }
        }
        return array;
    }

    /** An array of integers in the smallest signed type that holds them. */
    public static NpyArray of(IntTensor tensor) {
        return ofLongs(tensor.dims(), tensor.stream().asLongStream().toArray());
    }

    /** An array of 64-bit reals. */
    public static NpyArray ofDoubles(List<Integer> shape, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return new NpyArray("", NpyType.FLOAT64, shape, bytes.array());
    }

    /** The name of the array in messages: the file, and the array's name within it. */
    public String name() {
        return name;
    }

    public NpyType type() {
        return type;
    }

    public List<Integer> shape() {
        return shape;
    }

    /** The number of elements. */
    public int size() {
        return data.capacity() / type.bytes();
    }

    /** An element at a row-major position; integers beyond 2^53 are rounded. */
    public double real(int index) {
        return switch (type) {
            case FLOAT32 -> data.getFloat(index * Float.BYTES);
            case FLOAT64 -> data.getDouble(index * Double.BYTES);
            default -> bits(index);
        };
    }

    /**
     * An element at a row-major position.
     *
     * @throws RefusedException if it is not an integer of 64 bits
     */
    public long integer(int index) {
        if (!type.isReal()) {
            return bits(index);
        }
        double value = real(index);
        if (value != Math.rint(value) || Math.abs(value) >= 0x1p63) {
            throw refused(index, value + " is not an integer", "the network needs integers here; quantize the values");
        }
        return (long) value;
    }

    /** All elements, row-major; integers beyond 2^53 are rounded. */
    public double[] toDoubles() {
        return elements().mapToDouble(this::real).toArray();
    }

    /**
     * All elements, row-major.
     *
     * @throws RefusedException if one is not an integer of 64 bits
     */
    public long[] toLongs() {
        return elements().mapToLong(this::integer).toArray();
    }

    /**
     * All elements, row-major.
     *
     * @throws RefusedException if one is not an integer of 32 bits
     */
    public int[] toInts() {
        return elements().map(this::narrow).toArray();
    }

    /**
     * The array as a tensor of the same shape.
     *
     * @throws RefusedException if an element is not an integer of 32 bits
     */
    public IntTensor toTensor() {
        return new IntTensor(shape, toInts());
    }

    /** A copy of the elements, little-endian and row-major. */
    byte[] bytes() {
        return data.array().clone();
    }

    private IntStream elements() {
        return IntStream.range(0, size());
    }

    private long bits(int index) {
        int at = index * type.bytes();
        return switch (type) {
            case BOOL -> data.get(at) == 0 ? 0 : 1;
            case INT8 -> data.get(at);
            case UINT8 -> Byte.toUnsignedLong(data.get(at));
            case INT16 -> data.getShort(at);
            case UINT16 -> Short.toUnsignedLong(data.getShort(at));
            case INT32 -> data.getInt(at);
            case UINT32 -> Integer.toUnsignedLong(data.getInt(at));
            default -> data.getLong(at);
        };
    }

    private int narrow(int index) {
        long value = integer(index);
        if (value != (int) value) {
            throw refused(
                    index,
                    value + " does not fit into 32 bits",
                    "sums are computed in 32 bits; the scale of a bias is that of the input times that of the weights");
        }
        return (int) value;
    }

    private RefusedException refused(int index, String problem, String hint) {
        String message = (name.isEmpty() ? "array" : name) + ": element " + index + " of " + shape + ": " + problem;
        return RefusedException.of(SourceRef.NONE, message, hint);
    }

    /** Arrays are equal if their types, shapes and bytes are equal. The name does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NpyArray a
                && type == a.type
                && shape.equals(a.shape)
                && Arrays.equals(data.array(), a.data.array());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data.array()) * 31 + shape.hashCode();
    }

    @Override
    public String toString() {
        String values = DoubleStream.of(toDoubles()).limit(8).boxed().toList().toString();
        return type + shape.toString() + (size() > 8 ? "" : " " + values);
    }
}
