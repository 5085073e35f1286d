package systole.form.requant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import systole.network.Range;
import systole.op.RequantTask;

class StepsTest {
    @Property
    void everyOutputIsTheOneWanted(@ForAll @IntRange(min = 0, max = 40) int count, @ForAll long seed) {
        Random random = new Random(seed);
        Range range = new Range(-random.nextInt(300), random.nextInt(300));
        long[] thresholds = References.randomThresholds(random, count, -300, 300);
        RequantTask task = new RequantTask(References.thresholds(thresholds), List.of(range), -7, -5, 25);
        Steps steps = Steps.of(task, 0);
        for (long x = range.lo(); x <= range.hi(); x++) {
            assertEquals(task.wanted(0, x), steps.output(x));
        }
        for (int y = steps.first() + 1; y <= steps.last(); y++) {
            long position = steps.position(y);
            assertTrue(task.wanted(0, position) >= y && task.wanted(0, position - 1) < y, () -> "step at " + position);
        }
    }

    @Example
    void activeBitsHoldBothSidesOfTheOuterSteps() {
        assertEquals(1, steps(0).activeBits(), "-1 and 0");
        assertEquals(2, steps(1).activeBits(), "0 and 1");
        assertEquals(4, steps(-7, 7).activeBits(), "-8 to 7");
        assertEquals(5, steps(-8, 7).activeBits(), "-9 to 7");
        assertEquals(5, steps(-7, 8).activeBits(), "-8 to 8");
        assertEquals(1, steps().activeBits());
    }

    @Example
    void levelsOfSixtyFourBitsClampWithoutOverflow() {
        RequantTask task = new RequantTask(
                (c, x) -> x < 0 ? Long.MIN_VALUE : Long.MAX_VALUE, List.of(new Range(-9, 9)), -100, -128, 127);
        assertEquals(-128, task.wanted(0, -1));
        assertEquals(127, task.wanted(0, 0));
    }

    @Example
    void invalidTasksAreRefused() {
        List<Range> range = List.of(new Range(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new RequantTask((c, x) -> x, List.of(), 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new RequantTask((c, x) -> x, range, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new RequantTask((c, x) -> x, range, 0, -65536, 65536));
        assertThrows(IllegalArgumentException.class, () -> new RequantTask((c, x) -> x, range, 1 << 17, 0, 1));
        List<Range> wide = List.of(new Range(0, (1L << 40) + 1));
        assertThrows(IllegalArgumentException.class, () -> new RequantTask((c, x) -> x, wide, 0, 0, 1));
    }

    private static Steps steps(long... thresholds) {
        return Steps.of(
                new RequantTask(References.thresholds(thresholds), List.of(new Range(-1000, 1000)), 0, 0, 255), 0);
    }
}
