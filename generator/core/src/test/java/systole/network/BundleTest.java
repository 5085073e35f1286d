package systole.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static final TensorType A = type(new Quantized(IntType.INT8, 0.5, 3), 2, 3);
    private static final TensorType B = type(new Quantized(IntType.UINT8, 0.25, 0), 4);

    private static TensorType type(Quantized element, Integer... dims) {
        return new TensorType(Shape.of(dims), element);
    }

    @Test
    void aSingleTensorIsTheFrame() {
        Bundle one = new Bundle(List.of("a"), List.of(A));
        assertEquals(A, one.whole());
        assertArrayEquals(new int[] {7, 8}, one.joined(List.of(new int[] {7, 8})));
    }

    @Test
    void severalFollowOneAnother() {
        Bundle both = new Bundle(List.of("a", "b"), List.of(A, B));
        assertFalse(both.isSingle());
        assertEquals(type(new Quantized(new IntType(9, true)), 10), both.whole());
        assertEquals(List.of(0, 6), List.of(both.offset(0), both.offset(1)));
        assertEquals(List.of(0, 0, 1, 1), List.of(both.tensor(0), both.tensor(5), both.tensor(6), both.tensor(9)));
        int[] frame = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        List<int[]> parts = both.split(frame);
        assertArrayEquals(new int[] {6, 7, 8, 9}, parts.get(1));
        assertArrayEquals(frame, both.joined(parts));
    }

    @Test
    void alikeTensorsKeepTheirScale() {
        Bundle both = new Bundle(List.of("a", "b"), List.of(A, A));
        assertEquals(type(A.element(), 12), both.whole());
        TensorType other = type(new Quantized(IntType.INT8, 0.75, 3), 1);
        assertEquals(
                new Quantized(IntType.INT8),
                new Bundle(List.of("a", "b"), List.of(A, other)).whole().element());
    }
}
