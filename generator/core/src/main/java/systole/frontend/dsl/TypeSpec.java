package systole.frontend.dsl;

import java.util.Arrays;
import java.util.List;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * The type of a tensor, in words: {@code uint8(28, 28, 1).scale(1 / 255.0)}. It is checked where it is used.
 *
 * <p>Dimensions are {@code [C]}, {@code [L, C]} or {@code [H, W, C]}. The output type of a layer has none, because its
 * shape follows from its inputs.
 */
public final class TypeSpec {
    private final int bits;
    private final boolean signed;
    private final List<Integer> dims;
    private final double scale;
    private final int zero;

    private TypeSpec(int bits, boolean signed, List<Integer> dims, double scale, int zero) {
        this.bits = bits;
        this.signed = signed;
        this.dims = dims;
        this.scale = scale;
        this.zero = zero;
    }

    /** Signed 8-bit integers of scale 1 and zero point 0. */
    public static TypeSpec int8(int... dims) {
        return signed(8, dims);
    }

    /** Unsigned 8-bit integers of scale 1 and zero point 0. */
    public static TypeSpec uint8(int... dims) {
        return unsigned(8, dims);
    }

    /** Signed integers of 1 to 16 bits. */
    public static TypeSpec signed(int bits, int... dims) {
        return new TypeSpec(bits, true, Arrays.stream(dims).boxed().toList(), 1, 0);
    }

    /** Unsigned integers of 1 to 16 bits. */
    public static TypeSpec unsigned(int bits, int... dims) {
        return new TypeSpec(bits, false, Arrays.stream(dims).boxed().toList(), 1, 0);
    }

    /** The real value of one step, above 0. */
    public TypeSpec scale(double other) {
        return new TypeSpec(bits, signed, dims, other, zero);
    }

    /** The integer that stands for the real value 0. */
    public TypeSpec zero(int other) {
        return new TypeSpec(bits, signed, dims, scale, other);
    }

    /**
     * The element type, in the form that builders of layers take.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public Quantized element() {
        return new Quantized(new IntType(bits, signed), scale, zero);
    }

    /**
     * The whole type, with its shape.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public TensorType tensor() {
        return new TensorType(new Shape(dims), element());
    }
}
