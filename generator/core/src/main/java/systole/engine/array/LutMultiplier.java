package systole.engine.array;

/** LUTs multiply by radix-4 Booth digits. */
public record LutMultiplier() implements Multiplier {
    /** The widest signed operands that are multiplied in LUTs. */
    private static final int MOST_BITS = 9;

    @Override
    public String key() {
        return "lut";
    }

    @Override
    public String label() {
        return "LUT";
    }

    @Override
    public String title(int products) {
        return products + " multipliers in LUTs";
    }

    @Override
    public int code() {
        return 3;
    }

    @Override
    public int latency(int rows, int weightBits) {
        int digits = digits(weightBits);
        return rows == 1 ? digits : Integer.SIZE - Integer.numberOfLeadingZeros(digits - 1);
    }

    @Override
    public boolean suits(SystolicArray array, int accBits, WeightOrder order) {
        return array.x().signedBits() <= MOST_BITS && array.weightBits() <= MOST_BITS;
    }

    @Override
    public int columnDsps(SystolicArray array) {
        return 0;
    }

    @Override
    public int columnLuts(SystolicArray array, int accBits, int canary) {
        int rows = array.fold().simd();
        int digits = digits(array.weightBits());
        int place = place(array);
        return 2 * accBits
                + (rows == 1
                        ? digits * (array.x().signedBits() + 3)
                        : rows * digits * (place - 1) + (digits - 1) * (place + 2));
    }

    private static int digits(int weightBits) {
        return (weightBits + 1) / 2;
    }

    /** The width of the sum over the rows at one Booth digit. */
    private static int place(SystolicArray array) {
        int rows = array.fold().simd();
        return array.x().signedBits() + 2 + Integer.SIZE - Integer.numberOfLeadingZeros(rows - 1);
    }
}
