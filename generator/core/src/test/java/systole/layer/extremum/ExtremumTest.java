package systole.layer.extremum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import systole.layer.Kinds;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.TensorType;

class ExtremumTest {
    private static final Quantized INT8 = new Quantized(IntType.INT8, 0.1, -20);

    @Test
    void theGreaterAndTheLesser() {
        TensorType type = Kinds.type(INT8, 4);
        List<int[]> frame = List.of(new int[] {-128, 3, 127, -5}, new int[] {127, 3, -128, -4});
        assertArrayEquals(new int[] {127, 3, 127, -4}, Kinds.run(new Maximum(), List.of(type, type), frame));
        assertArrayEquals(new int[] {-128, 3, -128, -5}, Kinds.run(new Minimum(), List.of(type, type), frame));
        assertEquals(type, Kinds.infer(new Maximum(), type, type));
    }

    @Test
    void refusals() {
        Quantized other = new Quantized(IntType.INT8, 0.1, -21);
        assertEquals(
                List.of(
                        "maximum: the inputs are [4] and [5]",
                        "maximum: the inputs are int8 scale 0.1 zero -20 and int8 scale 0.1 zero -21"),
                Kinds.problems(new Maximum(), Kinds.type(INT8, 4), Kinds.type(other, 5)));
    }
}
