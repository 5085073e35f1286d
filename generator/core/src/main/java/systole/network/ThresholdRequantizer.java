package systole.network;

/** The number of thresholds that an accumulator has reached, as in QONNX and FINN. */
final class ThresholdRequantizer implements Requantizer {
    private final int[] levels;
    private final int rows;
    private final int steps;

    ThresholdRequantizer(IntTensor levels) {
        this.levels = levels.toArray();
        this.rows = levels.dim(0);
        this.steps = levels.dim(1);
    }

    @Override
    public long apply(int channel, long accumulator) {
        int row = (rows == 1 ? 0 : channel) * steps;
        int reached = 0;
        int candidates = steps;
        while (reached < candidates) {
            int middle = (reached + candidates) >>> 1;
            if (levels[row + middle] <= accumulator) {
                reached = middle + 1;
            } else {
                candidates = middle;
            }
        }
        return reached;
    }
}
