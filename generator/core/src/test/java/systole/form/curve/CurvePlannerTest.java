package systole.form.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systole.layer.lstm.Cell;
import systole.layer.lstm.CellArithmetic;
import systole.layer.lstm.GateKind;

/** Forms equal their functions for every argument. */
class CurvePlannerTest {
    private static void check(IntUnaryOperator f, Curve curve) {
        for (int x = Short.MIN_VALUE; x <= Short.MAX_VALUE; x++) {
            assertEquals(f.applyAsInt(x), curve.apply(x), x + " in " + curve);
        }
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    @Tag("slow")
    void gateFunctions(GateKind kind) {
        for (int fraction : List.of(kind.minFraction(), 10, 11, 12, 15)) {
            CellArithmetic cell = new Cell(kind, fraction, 0).arithmetic();
            for (IntUnaryOperator f : List.<IntUnaryOperator>of(cell::sigmoid, cell::tanh, cell::cellTanh)) {
                check(f, CurvePlanner.choose(f));
            }
        }
    }

    @Test
    void hardOnesAreLines() {
        CellArithmetic cell = new Cell(GateKind.HARD, 11, 0).arithmetic();
        assertEquals(new LimitedLine(1, -8191, 8191, 16384, 0, 32767), CurvePlanner.choose(cell::sigmoid));
        assertInstanceOf(LimitedLine.class, CurvePlanner.choose(cell::cellTanh));
    }

    /** Interpolated tables leave no rest; what a series of products rounds leaves little. */
    @Test
    void whatSegmentsLack() {
        CellArithmetic table = new Cell(GateKind.TABLE, 11, 0).arithmetic();
        CellArithmetic series = new Cell(GateKind.GEMMLOWP, 11, 0).arithmetic();
        assertEquals(0, ((Segments) CurvePlanner.choose(table::sigmoid)).restBits());
        assertEquals(0, ((Segments) CurvePlanner.choose(table::tanh)).restBits());
        assertTrue(((Segments) CurvePlanner.choose(series::sigmoid)).restBits() <= 5);
        assertTrue(((Segments) CurvePlanner.choose(series::tanh)).restBits() <= 5);
    }

    @Test
    void anotherFunctionIsNotEqual() {
        CellArithmetic table = new Cell(GateKind.TABLE, 11, 0).arithmetic();
        Curve curve = CurvePlanner.choose(table::sigmoid);
        assertFalse(CurvePlanner.equal(curve, x -> x == 12345 ? table.sigmoid(x) ^ 1 : table.sigmoid(x)));
    }

    /** Smooth or not. */
    /** Corrections of up to 16 bits make up for everything. */
    @Property(tries = 5)
    void roughFunctions(@ForAll long seed) {
        int[] values = new Random(seed)
                .ints(1 << 16, Short.MIN_VALUE, Short.MAX_VALUE + 1)
                .toArray();
        IntUnaryOperator f = x -> values[x - Short.MIN_VALUE];
        check(f, CurvePlanner.choose(f));
    }

    @Property(tries = 20)
    void anyFunction(@ForAll long seed, @ForAll @IntRange(min = 0, max = 6) int noise) {
        Random random = new Random(seed);
        int[] values = new int[1 << 16];
        double level = random.nextInt(20_000) - 10_000;
        double slope = random.nextDouble() / 4;
        for (int i = 0; i < values.length; i++) {
            level += slope;
            slope += (random.nextDouble() - 0.5) / 500;
            values[i] = (int) Math.max(-32_000, Math.min(32_000, level)) + random.nextInt(noise + 1);
        }
        IntUnaryOperator f = x -> values[x - Short.MIN_VALUE];
        check(f, CurvePlanner.choose(f));
    }
}
