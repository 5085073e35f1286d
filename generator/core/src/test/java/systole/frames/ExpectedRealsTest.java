package systole.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import systole.network.IntType;
import systole.network.Layout;
import systole.network.Quantized;
import systole.network.Shape;
import systole.rim.Steps;
import systole.rim.Tail;

/** Integers against results of real numbers. */
class ExpectedRealsTest {
    private static final List<Integer> DIMS = List.of(1, 4);
    private static final Quantized HALVES = new Quantized(IntType.INT8, 0.5, 0);

    private static Comparison compare(double precision, float[] wanted, int... got) {
        Tail tail = new Tail(
                DIMS, List.of(Steps.each(x -> x)), List.of("Identity"), HALVES, Layout.rowMajor(DIMS), precision);
        ExpectedReals expected = new ExpectedReals("them", tail, List.of(wanted));
        return expected.compare(new Frames("us", Shape.of(4), List.of(got)));
    }

    @Test
    void equalOnesDoNotDiffer() {
        assertEquals(new Comparison(0, ""), compare(0, new float[] {0.5f, -1, 2, 2}, 1, -2, 4, 4));
    }

    @Test
    void eachIsCompared() {
        Comparison found = compare(0, new float[] {0.5f, -1.5f, 2, 2.5f}, 1, -2, 4, 4);
        assertEquals(2, found.differences());
        assertEquals("frame 0, element 1: expected -1.5, got -1.0", found.first());
    }

    /** Both results are within a step of the last quantizer, but the wrong one is greater. */
    @Test
    void theOrderIsCompared() {
        Comparison found = compare(0.6, new float[] {0, 1.4f, 0.7f, 3}, 0, 2, 2, 6);
        assertEquals(0, found.differences(), found.first());
        found = compare(0.3, new float[] {0, 1.25f, 0.85f, 3}, 0, 2, 2, 6);
        assertEquals(0, found.differences(), found.first());
        found = compare(0.35, new float[] {0, 1.3f, 1.2f, 3}, 0, 2, 3, 6);
        assertEquals(0, found.differences(), "they are nearly equal");
        found = compare(0.35, new float[] {0, 1.3f, 1.2f, 3}, 0, 3, 2, 6);
        assertEquals(0, found.differences(), found.first());
        found = compare(0.3, new float[] {0.2f, 0.7f, 1.3f, 3}, 0, 2, 1, 6);
        assertTrue(found.differences() > 0, "element 2 should be above element 1");
    }
}
