package systole.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tensors that enter or leave a network together: one after the other, as one frame.
 *
 * @param names the tensors, at least one
 * @param types their types, in the same order
 */
public record Bundle(List<String> names, List<TensorType> types) {
    /** The most tensors. */
    public static final int MAX_TENSORS = 16;

    public Bundle {
        names = List.copyOf(names);
        types = List.copyOf(types);
        if (names.isEmpty() || names.size() != types.size()) {
            throw new IllegalArgumentException(names.size() + " tensors with " + types.size() + " types");
        }
    }

    /** The number of tensors. */
    public int count() {
        return names.size();
    }

    /** True if there is only one tensor, which then is the frame. */
    public boolean isSingle() {
        return count() == 1;
    }

    /** The elements of all tensors. */
    public long elements() {
        return types.stream().mapToLong(t -> t.shape().elements()).sum();
    }

    /** The element of the frame at which a tensor begins. */
    public int offset(int tensor) {
        return types.stream().limit(tensor).mapToInt(t -> t.shape().elements()).sum();
    }

    /** The tensor that an element of the frame belongs to. */
    public int tensor(int element) {
        int tensor = count() - 1;
        while (offset(tensor) > element) {
            tensor--;
        }
        return tensor;
    }

    /**
     * The fewest bits that hold the elements of every tensor. More than those of an {@link IntType} are possible.
     */
    public int bits() {
        boolean signed = isSigned();
        return types.stream()
                .map(TensorType::type)
                .mapToInt(t -> signed ? t.signedBits() : t.bits())
                .max()
                .orElseThrow();
    }

    private boolean isSigned() {
        return types.stream().anyMatch(t -> t.type().signed());
    }

    /**
     * The type of a frame: that of the only tensor, or a vector of the elements of all tensors, whose type holds the values
     * of each.
     */
    public TensorType whole() {
        if (isSingle()) {
            return types.get(0);
        }
        Quantized first = types.get(0).element();
        boolean alike = types.stream().allMatch(t -> t.element().equals(first));
        Quantized element = alike ? first : new Quantized(new IntType(bits(), isSigned()));
        return new TensorType(Shape.of((int) elements()), element);
    }

    /** The tensors of a frame. */
    public List<int[]> split(int[] frame) {
        List<int[]> tensors = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            int from = offset(i);
            tensors.add(
                    Arrays.copyOfRange(frame, from, from + types.get(i).shape().elements()));
        }
        return tensors;
    }

    /** The frame of these tensors. */
    public int[] joined(List<int[]> tensors) {
        return tensors.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
