package systole.engine.array;

import java.util.Optional;
import systole.engine.Facts;
import systole.engine.Fold;
import systole.engine.Storage;
import systole.engine.requant.Requantized;
import systole.network.IntType;
import systole.target.chip.DspSlice;

/**
 * A systolic array as the module systole_array builds it. Its columns have multipliers, accumulators and weights of
 * their own, and their sums leave over drain chains.
 *
 * @param shared true if every column reads the same {@code simd} elements of a beat, false if each column has an
 *     element of its own
 * @param x type of an element
 * @param weight type of a weight; empty if all weights are 1
 * @param multiplier the way in which the array multiplies
 * @param fold {@code pe} sums of {@code simd} products each
 * @param chains drain chains, a divisor of the columns
 * @param words of a column's weights
 * @param storage says in which kind of hardware the weights are
 * @param dsp the slice that multiplies
 */
public record SystolicArray(
        boolean shared,
        IntType x,
        Optional<IntType> weight,
        Multiplier multiplier,
        Fold fold,
        int chains,
        int words,
        Storage storage,
        DspSlice dsp) {
    /** Columns of the array. */
    public int columns() {
        return fold.pe() / multiplier.lanes();
    }

    /** The position of the sum of a column's lane among the sums of a pass in output order; see systole_array. */
    public int place(int column, int lane) {
        int q = columns() / chains;
        return ((q - 1 - column % q) * multiplier.lanes() + lane) * chains + column / q;
    }

    /** Cycles from a pass's last beat to the last chain's first sum. */
    public int latency() {
        int rows = fold.simd();
        int sum = rows == 1 && multiplier.lanes() == 1 ? 1 : rows + 1;
        return late() + multiplier.latency(rows, weightBits()) + sum + 1 + columns();
    }

    /** The cycles that weights wait in one more register, which is there if logic reads them, not DSP slices. */
    int late() {
        return weight.isPresent() && !multiplier.dsp() ? 1 : 0;
    }

    /** Multipliers. */
    public int multipliers() {
        return weight.isPresent() ? fold.pe() * fold.simd() : 0;
    }

    /** The weights of a column. */
    public WeightMemory weightMemory() {
        return WeightMemory.of(fold.simd(), multiplier.lanes() * fieldBits(), words, storage);
    }

    /** The width of a weight in memory. */
    public int fieldBits() {
        return weight.map(multiplier::fieldBits).orElse(1);
    }

    /** The width of a weight as a signed operand. */
    int weightBits() {
        return weight.map(IntType::signedBits).orElse(1);
    }

    /** Describes the array for the head of a module; {@code sums} names what the columns compute. */
    public String title(String sums) {
        return "Folding: " + fold.pe() + " " + sums + " (PE) x " + fold.simd() + " inputs (SIMD) on "
                + multiplier.title(columns() * fold.simd()) + ", " + chains + " requantizer" + (chains == 1 ? "" : "s")
                + ".";
    }

    /** The figures of the array and of its requantizers for {@code plan.json}. */
    public Facts facts(int accBits, Requantized requantized) {
        return Facts.of("dataflow", "output-stationary")
                .with("multipliers", multipliers())
                .with("accumulator_bits", accBits)
                .with("requantizers", chains)
                .with("weight_memory", weightMemory().place().key())
                .with(requantized.facts());
    }
}
