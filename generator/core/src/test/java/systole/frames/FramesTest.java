package systole.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import systole.diagnostic.RefusedException;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

class FramesTest {
    private static final TensorType TENSOR = new TensorType(Shape.of(5, 8), new Quantized(new IntType(4, true)));

    @Test
    void randomFramesCoverTheTypeAndItsLimits() {
        Frames frames = Frames.random(TENSOR, 40, 1);
        assertEquals(40, frames.count());
        assertTrue(Arrays.stream(frames.list().get(0)).allMatch(v -> v == -8));
        assertTrue(Arrays.stream(frames.list().get(1)).allMatch(v -> v == 7));
        int[] others = frames.list().stream()
                .skip(2)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        assertArrayEquals(IntStream.range(-8, 8).toArray(), others);
    }

    @Test
    void theSeedDecides() {
        assertArrayEquals(
                Frames.random(TENSOR, 4, 5).list().get(3),
                Frames.random(TENSOR, 4, 5).list().get(3));
        assertFalse(Arrays.equals(
                Frames.random(TENSOR, 4, 5).list().get(3),
                Frames.random(TENSOR, 4, 6).list().get(3)));
        assertThrows(RefusedException.class, () -> Frames.random(TENSOR, Integer.MAX_VALUE, 5));
    }

    @Test
    void arraysMustBeFramesOfTheTensor() {
        int[] good = new int[40];
        assertEquals(2, Frames.of("mine", TENSOR, List.of(good, good)).count());
        int[] outside = good.clone();
        outside[39] = 8;
        for (int[] wrong : List.of(outside, new int[39])) {
            assertThrows(IllegalArgumentException.class, () -> Frames.of("mine", TENSOR, List.of(good, wrong)));
        }
    }

    @Test
    void placesAreRowMajor() {
        assertEquals("frame 2, y 1, x 2, channel 3", new Place(2, Shape.of(2, 3, 4), 12 + 2 * 4 + 3).toString());
        assertEquals("frame 0, y 0, x 0, channel 9", new Place(0, Shape.of(10), 9).toString());
    }
}
