package systole.layer.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static systole.layer.history.History.history;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.golden.Golden.Kernel;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

class HistoryTest {
    private final Problems problems = new Problems();

    private static TensorType input(Integer... dims) {
        return new TensorType(Shape.of(dims), new Quantized(IntType.INT8, 1, -7));
    }

    private TensorType output(Supplier<History> layer, TensorType input) {
        return layer.get().infer(List.of(input), SourceRef.NONE, problems);
    }

    private Kernel kernel(Supplier<History> layer, TensorType input) {
        return new HistoryGolden().prepare(layer.get(), List.of(input), output(layer, input));
    }

    private static void check(Kernel kernel, int[] frame, int... expected) {
        int[] out = new int[expected.length];
        kernel.run(List.of(frame), out);
        assertArrayEquals(expected, out);
    }

    @Test
    void theFirstDimensionGrows() {
        assertEquals(Shape.of(6, 3, 2), output(history(2), input(4, 3, 2)).shape());
        assertEquals(Shape.of(5, 3), output(history(1), input(4, 3)).shape());
        assertEquals(Shape.of(13), output(history(9), input(4)).shape());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void moreRowsThanAFrameHas() {
        Kernel kernel = kernel(history(3), input(1, 2));
        check(kernel, new int[] {1, 2}, -7, -7, -7, -7, -7, -7, 1, 2);
        check(kernel, new int[] {3, 4}, -7, -7, -7, -7, 1, 2, 3, 4);
        check(kernel, new int[] {5, 6}, -7, -7, 1, 2, 3, 4, 5, 6);
        check(kernel, new int[] {7, 8}, 1, 2, 3, 4, 5, 6, 7, 8);
        kernel.reset();
        check(kernel, new int[] {9, 0}, -7, -7, -7, -7, -7, -7, 9, 0);
    }

    @Test
    void fewerRowsThanAFrameHas() {
        Kernel kernel = kernel(history(1).initial(IntTensor.vector(5, 6)), input(2, 2));
        check(kernel, new int[] {1, 2, 3, 4}, 5, 6, 1, 2, 3, 4);
        check(kernel, new int[] {7, 8, 9, 0}, 3, 4, 7, 8, 9, 0);
        kernel.reset();
        check(kernel, new int[] {7, 8, 9, 0}, 5, 6, 7, 8, 9, 0);
    }

    @Test
    void oneValueIsThatOfAllElements() {
        check(kernel(history(2).initial(4), input(1, 2)), new int[] {1, 2}, 4, 4, 4, 4, 1, 2);
    }

    @Test
    void initialValuesFitTheRows() {
        output(history(2).initial(IntTensor.vector(1, 2, 3)), input(1, 2));
        output(history(2).initial(200), input(1, 2));
        output(history(1 << 16), input(1 << 10, 1 << 10));
        assertEquals(
                List.of(
                        "history: there are 3 values for 2 rows of 2 elements",
                        "history: the initial rows have the value 200, outside int8",
                        "history: the output would be [66560, 1024]"),
                problems.list().stream().map(p -> p.message()).toList());
    }

    @Test
    void hasARow() {
        assertThrows(IllegalArgumentException.class, history(0)::get);
    }
}
