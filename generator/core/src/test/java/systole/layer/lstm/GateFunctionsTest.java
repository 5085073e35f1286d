package systole.layer.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The gate functions over every int16. */
class GateFunctionsTest {
    private static final double STEP = Math.scalb(1.0, -15);

    private static IntStream all() {
        return IntStream.rangeClosed(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The largest distance of a function from a real one, in steps of Q0.15. */
    private static double error(IntUnaryOperator function, int fraction, DoubleUnaryOperator real) {
        return all().mapToDouble(x ->
                        Math.abs(function.applyAsInt(x) - real.applyAsDouble(Math.scalb((double) x, -fraction)) / STEP))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"GEMMLOWP, 7.0, 12", "TABLE, 9.0, 11.5"})
    void isNearTheRealFunction(GateKind kind, double sigmoid, double tanh) {
        CellArithmetic gates = new Cell(kind, 11, 0).arithmetic();
        assertEquals(0, error(gates::sigmoid, 12, GateFunctionsTest::sigmoid), sigmoid);
        assertEquals(0, error(gates::tanh, 12, Math::tanh), tanh);
    }

    @Test
    void hardOnesAreLines() {
        CellArithmetic gates = new Cell(GateKind.HARD, 11, 0).arithmetic();
        assertEquals(0, error(gates::sigmoid, 12, x -> Math.max(0, Math.min(1, x / 4 + 0.5))), 1);
        assertEquals(0, error(gates::tanh, 12, x -> Math.max(-1, Math.min(1, x))), 1);
        assertEquals(0, error(gates::cellTanh, 11, x -> Math.max(-1, Math.min(1, x))), 1);
    }

    /** The 16 bits of the cell state are read with more or fewer integer bits. */
    @ParameterizedTest
    @EnumSource(GateKind.class)
    void theCellsTangentKnowsTheFormat(GateKind kind) {
        for (int fraction = Math.max(kind.minFraction(), 1); fraction <= Cell.MAX_FRACTION; fraction++) {
            CellArithmetic gates = new Cell(kind, fraction, 0).arithmetic();
            DoubleUnaryOperator real = kind == GateKind.HARD ? x -> Math.max(-1, Math.min(1, x)) : Math::tanh;
            assertEquals(0, error(gates::cellTanh, fraction, real), 40, kind + " " + fraction);
        }
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void staysWithinQ15(GateKind kind) {
        CellArithmetic gates = new Cell(kind, 11, 0).arithmetic();
        assertTrue(all().map(gates::sigmoid).allMatch(y -> y >= 0 && y <= Short.MAX_VALUE));
        assertTrue(all().map(gates::tanh).allMatch(y -> y >= Short.MIN_VALUE && y <= Short.MAX_VALUE));
    }

    @ParameterizedTest
    @EnumSource(value = GateKind.class, mode = Mode.EXCLUDE, names = "GEMMLOWP")
    void neverFalls(GateKind kind) {
        CellArithmetic gates = new Cell(kind, 11, 0).arithmetic();
        assertTrue(all().skip(1).allMatch(x -> gates.sigmoid(x) >= gates.sigmoid(x - 1)));
        assertTrue(all().skip(1).allMatch(x -> gates.tanh(x) >= gates.tanh(x - 1)));
    }

    /** Newton's method in 16 bits goes up and down by a few steps. */
    @Test
    void gemmlowpHardlyFalls() {
        CellArithmetic gates = new Cell(GateKind.GEMMLOWP, 11, 0).arithmetic();
        assertEquals(
                8,
                all().skip(1)
                        .map(x -> gates.sigmoid(x - 1) - gates.sigmoid(x))
                        .max()
                        .orElseThrow());
        assertEquals(
                12,
                all().skip(1).map(x -> gates.tanh(x - 1) - gates.tanh(x)).max().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void isSymmetric(GateKind kind) {
        CellArithmetic gates = new Cell(kind, 11, 0).arithmetic();
        int slack = kind == GateKind.TABLE ? 1 : 0;
        assertTrue(IntStream.rangeClosed(1, Short.MAX_VALUE)
                .allMatch(x -> Math.abs(gates.tanh(x) + gates.tanh(-x)) <= slack));
        assertTrue(IntStream.rangeClosed(1, Short.MAX_VALUE)
                .allMatch(x -> Math.abs(gates.sigmoid(x) + gates.sigmoid(-x) - Short.MAX_VALUE) <= 1));
    }
}
