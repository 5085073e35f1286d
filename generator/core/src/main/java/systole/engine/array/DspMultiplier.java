package systole.engine.array;

/** Each product has a DSP slice. */
public record DspMultiplier() implements Multiplier {
    @Override
    public String key() {
        return "dsp";
    }

    @Override
    public String label() {
        return "DSP";
    }

    @Override
    public String title(int products) {
        return products + " DSP slices";
    }

    @Override
    public int code() {
        return 1;
    }

    @Override
    public int latency(int rows, int weightBits) {
        return 2;
    }

    @Override
    public boolean suits(SystolicArray array, int accBits, WeightOrder order) {
        return true;
    }

    @Override
    public int columnDsps(SystolicArray array) {
        return array.fold().simd();
    }

    /** A single row accumulates in its own slice. */
    @Override
    public int columnLuts(SystolicArray array, int accBits, int canary) {
        return array.fold().simd() == 1 ? accBits : 2 * accBits;
    }
}
