package systole.engine.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.engine.RandomEngines;
import systole.network.Padding.Automatic;
import systole.network.Padding.Explicit;
import systole.network.Window;
import systole.network.Window.Placed;

class PassesTest {
    private static Passes point(int side, int beats, int groups, int repeat) {
        return new Passes(Window.POINT.on(side, side), beats, groups, repeat, 1, 5, 1);
    }

    /** 3x3, padded, on 4x6 pixels of 4 beats in 2 groups, each seen 3 times. */
    @Test
    void anExample() {
        Placed window = new Window(3, 3, 1, 1, 1, 1, Automatic.SAME).on(4, 6);
        Passes passes = new Passes(window, 4, 2, 3, 5, 10, 7);
        assertEquals(9 * 2, passes.length());
        assertEquals(4 * 6 * 2 * 3, passes.count());
        assertEquals(18 * 144, passes.cycles());
        assertFalse(passes.direct());
        assertEquals(12, passes.issueToFifo());
        assertEquals((18 + 12 + 5 + 4) / 18 + 2, passes.credits());
        assertEquals(4 * 5, passes.fifo());
        assertEquals(99, passes.withRing(99).ring());
    }

    /** A stride of 3 leaves so few windows that writing the frame takes longer. */
    @Test
    void aFrameTakesAtLeastItsInput() {
        Placed window = new Window(1, 1, 3, 3, 1, 1, Automatic.VALID).on(9, 9);
        Passes passes = new Passes(window, 2, 1, 1, 1, 5, 1);
        assertEquals(9 * 2, (long) passes.count() * passes.length());
        assertEquals(81 * 2, passes.cycles());
    }

    @Test
    void onlyBeatsUsedOnceInTheirOrderNeedNoRing() {
        assertTrue(point(4, 3, 1, 1).direct());
        assertFalse(point(4, 4, 2, 1).direct());
        assertFalse(point(4, 3, 1, 2).direct());
        assertEquals(6, point(4, 3, 1, 1).issueToFifo());
        assertFalse(new Passes(new Window(1, 1, 2, 1, 1, 1, Automatic.VALID).on(4, 4), 1, 1, 1, 1, 5, 1).direct());
        assertFalse(new Passes(new Window(1, 2, 1, 1, 1, 1, Automatic.VALID).on(4, 4), 1, 1, 1, 1, 5, 1).direct());
    }

    /** From the upper left corner to the lower right one of a window. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 2, 1", "3, 1, 19", "3, 2, 37", "2, 3, 28"})
    void theLeastRingOnRowsOfEightPixels(int kernel, int dilation, int pixels) {
        Placed window = new Window(kernel, kernel, 1, 1, dilation, dilation, Automatic.VALID).on(8, 8);
        int least = new Passes(window, 1, 1, 1, 1, 1, 1).leastRing();
        assertEquals(pixels, least);
    }

    /** As many passes under way as the way is long, and a FIFO that takes them all. */
    @Property
    void creditsCoverTheWayToTheFifoAndBack(@ForAll long seed) {
        RandomEngines random = new RandomEngines(seed);
        Passes passes = random.folded(random.mac()).passes();
        int way = passes.length() + passes.issueToFifo() + passes.outBeats();
        assertTrue(passes.credits() * passes.length() >= way);
        assertTrue(passes.fifo() >= passes.credits() * passes.outBeats());
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 0, 0", "0, 3, 0, 0", "0, 0, 3, 0", "0, 0, 0, 3"})
    void aWindowInThePaddingAltogetherIsRefused(int top, int bottom, int left, int right) {
        Placed window = new Window(3, 3, 1, 1, 1, 1, new Explicit(top, bottom, left, right)).on(5, 5);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new Passes(window, 1, 1, 1, 1, 1, 1));
        assertEquals("a window lies in the padding altogether", e.getMessage());
    }
}
