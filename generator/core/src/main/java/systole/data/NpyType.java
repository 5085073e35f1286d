package systole.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The element types of arrays in NumPy files. */
public enum NpyType {
    BOOL('b', 1),
    INT8('i', 1),
    INT16('i', 2),
    INT32('i', 4),
    INT64('i', 8),
    UINT8('u', 1),
    UINT16('u', 2),
    UINT32('u', 4),
    FLOAT32('f', 4),
    FLOAT64('f', 8);

    private final char kind;
    private final int bytes;

    NpyType(char kind, int bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /** The type with a code such as {@code i4}. */
    static Optional<NpyType> of(String code) {
        return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
    }

    /** The smallest signed type of 8, 16, 32 or 64 bits that holds both values. */
    public static NpyType signed(long min, long max) {
        for (NpyType type : new NpyType[] {INT8, INT16, INT32}) {
            long limit = 1L << (8 * type.bytes - 1);
            if (-limit <= min && max < limit) {
                return type;
            }
        }
        return INT64;
    }

    /** Size of an element in bytes. */
    public int bytes() {
        return bytes;
    }

    public boolean isReal() {
        return kind == 'f';
    }

    boolean isSigned() {
        return kind == 'i';
    }

    String code() {
        return "" + kind + bytes;
    }

    /** The descriptor in a header, little-endian. */
    String descriptor() {
        return (bytes == 1 ? "|" : "<") + code();
    }

    /** NumPy's name, such as {@code int8}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
