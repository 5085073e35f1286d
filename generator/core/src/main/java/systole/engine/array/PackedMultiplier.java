package systole.engine.array;

import systole.network.IntType;
import systole.rtl.MemoryImage;

/** One DSP slice multiplies one activation for two output channels; see {@link DspPacking}. */
public record PackedMultiplier() implements Multiplier {
    /** The LUTs of a row for each canary bit. */
    private static final int CANARY_LUTS = 3;

    @Override
    public String key() {
        return "packed";
    }

    @Override
    public String label() {
        return "packed DSP";
    }

    @Override
    public String title(int products) {
        return products + " DSP slices with two products each";
    }

    @Override
    public int code() {
        return 2;
    }

    @Override
    public int lanes() {
        return 2;
    }

    @Override
    public int latency(int rows, int weightBits) {
        return 2;
    }

    @Override
    public boolean suits(SystolicArray array, int accBits, WeightOrder order) {
        return DspPacking.canary(array, accBits, order).isPresent();
    }

    @Override
    public int canary(SystolicArray array, int accBits, WeightOrder order) {
        return DspPacking.canary(array, accBits, order).orElseThrow();
    }

    /** The two weights of a pair are signed numbers. */
    @Override
    public int fieldBits(IntType weight) {
        return weight.signedBits();
    }

    @Override
    public void image(int[] lanes, int fieldBits, MemoryImage image) {
        image.field(lanes[0], fieldBits).field(DspPacking.upper(lanes[1], lanes[0]), fieldBits);
    }

    @Override
    public int columnDsps(SystolicArray array) {
        return array.fold().simd();
    }

    @Override
    public int columnLuts(SystolicArray array, int accBits, int canary) {
        return 2 * accBits * lanes() + canary * CANARY_LUTS * array.fold().simd();
    }
}
