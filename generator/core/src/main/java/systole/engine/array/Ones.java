package systole.engine.array;

/** Nothing multiplies, because all weights are 1. */
public record Ones() implements Multiplier {
    @Override
    public String key() {
        return "none";
    }

    @Override
    public String label() {
        return "";
    }

    @Override
    public String title(int products) {
        return "no multipliers";
    }

    @Override
    public int code() {
        return 0;
    }

    @Override
    public int latency(int rows, int weightBits) {
        return 1;
    }

    @Override
    public boolean suits(SystolicArray array, int accBits, WeightOrder order) {
        return array.weight().isEmpty();
    }

    @Override
    public int columnDsps(SystolicArray array) {
        return 0;
    }

    @Override
    public int columnLuts(SystolicArray array, int accBits, int canary) {
        return 2 * accBits;
    }
}
