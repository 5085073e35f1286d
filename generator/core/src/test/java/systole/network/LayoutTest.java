package systole.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final List<Integer> IMAGE = List.of(1, 2, 2, 3);

    @Test
    void channelsMoveToTheEnd() {
        Layout layout = Layout.channelsLast(IMAGE);
        int[] file = IntStream.range(0, 12).toArray();
        int[] stream = {0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11};
        assertArrayEquals(stream, layout.toStream(file));
        assertArrayEquals(file, layout.fromStream(stream));
        assertFalse(layout.isRowMajor());
        assertEquals(12, layout.elements());
    }

    @Test
    void whatSaysTheSameIsEqual() {
        assertEquals(Layout.rowMajor(List.of(2, 6)), Layout.rowMajor(IMAGE));
        assertEquals(Layout.rowMajor(List.of(5)), Layout.channelsLast(List.of(1, 5, 1, 1)));
        assertEquals(Layout.rowMajor(List.of(4, 4)), Layout.channelsLast(List.of(1, 1, 4, 4)));
        assertTrue(Layout.rowMajor(List.of()).isRowMajor());
    }

    @Test
    void transposingNchwToNhwcGivesTheStream() {
        Optional<Layout> turned = Layout.channelsLast(IMAGE).transposed(IMAGE, List.of(0, 2, 3, 1));
        assertEquals(Optional.of(Layout.rowMajor(List.of(2, 3, 2))), turned);
        assertEquals(
                Optional.of(Layout.channelsLast(IMAGE)),
                turned.orElseThrow().transposed(List.of(1, 2, 3, 2), List.of(0, 3, 1, 2)));
    }

    @Test
    void dimensionsThatMixPartsThatLieApartCannotMove() {
        assertEquals(
                Optional.empty(), Layout.channelsLast(List.of(1, 4, 3, 1)).transposed(List.of(3, 4), List.of(1, 0)));
    }
}
