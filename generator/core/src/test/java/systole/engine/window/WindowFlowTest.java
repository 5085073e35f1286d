package systole.engine.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import systole.engine.RandomEngines;
import systole.network.Window.Placed;

class WindowFlowTest {
    private static final int FRAMES = 3;

    /** Positions of the taps of a window that lie inside the frame, last one last. */
    private static List<Integer> taps(Placed p, int y, int x) {
        List<Integer> taps = new ArrayList<>();
        for (int kh = 0; kh < p.window().kernelH(); kh++) {
            for (int kw = 0; kw < p.window().kernelW(); kw++) {
                int row =
                        y * p.window().strideH() - p.padTop() + kh * p.window().dilationH();
                int column =
                        x * p.window().strideW() - p.padLeft() + kw * p.window().dilationW();
                if (row >= 0 && row < p.inH() && column >= 0 && column < p.inW()) {
                    taps.add(row * p.inW() + column);
                }
            }
        }
        return taps;
    }

    @Property
    void aWindowWaitsForItsLastTap(@ForAll long seed) {
        Placed p = new RandomEngines(seed).window();
        for (int y = 0; y < p.outH(); y++) {
            for (int x = 0; x < p.outW(); x++) {
                int needed = WindowFlow.needed(p, y, x);
                assertTrue(needed <= p.inH() * p.inW());
                assertTrue(taps(p, y, x).stream().allMatch(tap -> tap < needed), p + " at " + y + ", " + x);
            }
        }
    }

    /** Only then is the count of what is freed a count of what the ring no longer holds. */
    @Property
    void noPixelIsFreedWhileAWindowNeedsIt(@ForAll long seed) {
        Placed p = new RandomEngines(seed).window();
        int least = p.inH() * p.inW();
        for (int y = p.outH() - 1; y >= 0; y--) {
            for (int x = p.outW() - 1; x >= 0; x--) {
                assertTrue(WindowFlow.freedAfter(p, y, x) <= least, p + " after " + y + ", " + x);
                least = taps(p, y, x).stream().reduce(least, Math::min);
                assertTrue(WindowFlow.freedBefore(p, y, x) <= least, p + " at " + y + ", " + x);
            }
        }
    }

    @Property
    void freedPixelsOnlyGrowAndEndWithTheFrame(@ForAll long seed) {
        Placed p = new RandomEngines(seed).window();
        int freed = 0;
        for (int y = 0; y < p.outH(); y++) {
            for (int x = 0; x < p.outW(); x++) {
                assertEquals(freed, WindowFlow.freedBefore(p, y, x), p + " at " + y + ", " + x);
                assertTrue(WindowFlow.freedAfter(p, y, x) >= freed);
                freed = WindowFlow.freedAfter(p, y, x);
            }
        }
        assertEquals(p.inH() * p.inW(), freed);
    }

    @Property
    void theLeastRingSufficesAndIsTheLeast(@ForAll long seed) {
        Placed p = new RandomEngines(seed).window();
        int least = new Passes(p, 1, 1, 1, 1, 1, 1).leastRing();
        assertTrue(feedsEveryWindow(p, least), p + " with " + least);
        assertFalse(least > 1 && feedsEveryWindow(p, least - 1), p + " with one less than " + least);
    }

    /** Several frames through a ring, written as far ahead as its room allows; false if a window waits for ever. */
    private static boolean feedsEveryWindow(Placed p, int size) {
        int frame = p.inH() * p.inW();
        int[] ring = new int[size];
        int written = 0;
        for (int f = 0; f < FRAMES; f++) {
            int freed = f * frame;
            for (int y = 0; y < p.outH(); y++) {
                for (int x = 0; x < p.outW(); x++) {
                    for (; written < Math.min(FRAMES * frame, freed + size); written++) {
                        ring[written % size] = written;
                    }
                    int start = f * frame;
                    if (written < start + WindowFlow.needed(p, y, x)) {
                        return false;
                    }
                    taps(p, y, x).forEach(tap -> assertEquals(start + tap, ring[(start + tap) % size], p.toString()));
                    freed = start + WindowFlow.freedAfter(p, y, x);
                }
            }
        }
        return true;
    }
}
