package systole.plan.unit;

import java.util.Optional;
import systole.network.Fold;
import systole.network.IntType;

/**
 * A systolic array as systole_array builds it: columns of multipliers with accumulators and weights of their own,
 * drained over chains.
 *
 * @param shared true: every column reads the same {@code simd} elements of a beat; false: each has one of its own
 * @param x type of an element
 * @param weight type of a weight; none means that all are 1
 * @param multiplier what multiplies
 * @param fold {@code pe} sums of {@code simd} products each
 * @param chains drain chains, a divisor of the columns
 * @param words of a column's weights
 * @param ramb18Worth LUTs that a RAMB18 has to save where weights are put into block RAM
 */
public record MacArray(
        boolean shared,
        IntType x,
        Optional<IntType> weight,
        Multiplier multiplier,
        Fold fold,
        int chains,
        int words,
        int ramb18Worth) {
    /** The widest signed operands that are multiplied in LUTs. */
    static final int FABRIC_BITS = 9;

    /** Columns of the array. */
    public int columns() {
        return fold.pe() / multiplier.lanes();
    }

    /** The place, among the sums of a pass in their order, of what a column's lane computes; see systole_array. */
    public int place(int column, int lane) {
        int q = columns() / chains;
        return ((q - 1 - column % q) * multiplier.lanes() + lane) * chains + column / q;
    }

    /** Cycles from a pass's last beat to the last chain's first sum. */
    public int latency() {
        int rows = fold.simd();
        return multiplier.latency(rows, weightBits()) + (rows == 1 ? 1 : rows + 1) + 1 + columns();
    }

    /** Multipliers. */
    public int multipliers() {
        return weight.isPresent() ? fold.pe() * fold.simd() : 0;
    }

    /** The weights of a column. */
    public WeightMemory weightMemory() {
        return WeightMemory.of(fold.simd(), multiplier.lanes() * fieldBits(), words, ramb18Worth);
    }

    /** Bits of a weight in memory; two of a pair are signed numbers. */
    public int fieldBits() {
        return multiplier == Multiplier.PACKED
                ? weightBits()
                : weight.map(IntType::bits).orElse(1);
    }

    /** Bits of a weight as a signed operand. */
    int weightBits() {
        return weight.map(IntType::signedBits).orElse(1);
    }

    /** True if operands are narrow enough to be multiplied in LUTs. */
    boolean suitsFabric() {
        return x.signedBits() <= FABRIC_BITS && weightBits() <= FABRIC_BITS;
    }
}
