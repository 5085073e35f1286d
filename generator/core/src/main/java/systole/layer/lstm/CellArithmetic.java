package systole.layer.lstm;

import systole.network.Range;
import systole.network.Requantizer;

/**
 * The integers of one unit's step, between the levels of the two matrix products and the product that becomes the
 * output. Gate inputs u are Q3.12, gate values Q0.15, the cell state c is an int16 of {@link Cell#fraction} fraction
 * bits.
 */
public final class CellArithmetic {
    /** The range of gate inputs and of cell states. */
    public static final Range INT16 = Range.ofSigned(16);

    /** The range of all products of a gate value with a cell state or with another gate value. */
    public static final Range PRODUCTS =
            new Range(Short.MIN_VALUE * (long) Short.MAX_VALUE, Short.MAX_VALUE * (long) Short.MAX_VALUE);

    /**
     * The range of numbers that matter in a sum with an int16 that is then clamped to an int16. Numbers beyond it give
     * the same results as its ends.
     */
    private static final Range INT17 = Range.ofSigned(17);

    private static final int GATE_FRACTION = 12;

    private final GateFunctions functions;
    private final Cell cell;
    private final Requantizer kept;
    private final Requantizer added;

    CellArithmetic(Cell cell) {
        this.cell = cell;
        functions = GateFunctions.of(cell.gates());
        kept = functions.product(15);
        added = functions.product(30 - cell.fraction());
    }

    /** The range that the level of the kernel product is clamped to: int16. */
    public Range kernelSpan() {
        return INT16;
    }

    /**
     * The range that the level of the recurrent product is clamped to before the sum. It is int16, or int17 if the
     * source does not clamp the level; this gives the same results as no clamp.
     */
    public Range recurrentSpan() {
        return cell.gates() == GateKind.TABLE ? INT16 : INT17;
    }

    /** The input of a gate, from the levels of its row of both matrix products. */
    public int gate(long kernelLevel, long recurrentLevel) {
        return (int)
                INT16.clamp(kernelSpan().clamp(kernelLevel) + recurrentSpan().clamp(recurrentLevel));
    }

    /** The value of the gates i, f and o, at least 0. */
    public int sigmoid(int u) {
        return functions.sigmoid(u);
    }

    /** The value of the gate g. */
    public int tanh(int u) {
        return functions.tanh(u, GATE_FRACTION);
    }

    /** The hyperbolic tangent of a cell state, Q0.15. */
    public int cellTanh(int c) {
        return functions.tanh(c, cell.fraction());
    }

    /** Turns a product f * c into the part of the cell state that is kept; an int16 for all {@link #PRODUCTS}. */
    public Requantizer kept() {
        return kept;
    }

    /** Turns a product i * g into the part of the cell state that is added; an int16 for all {@link #PRODUCTS}. */
    public Requantizer added() {
        return added;
    }

    /** The range that the sum of the kept and the added part is clamped to, which is the cell clip. */
    public Range cellSpan() {
        return cell.clip() == 0 ? INT16 : new Range(-cell.clip(), cell.clip());
    }

    /** The next cell state. */
    public int next(int c, int i, int f, int g) {
        return (int) cellSpan().clamp(INT16.clamp(kept.apply(0, (long) f * c) + added.apply(0, (long) i * g)));
    }
}
