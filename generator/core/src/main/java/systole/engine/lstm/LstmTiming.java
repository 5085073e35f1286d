package systole.engine.lstm;

/**
 * When an {@link LstmEngine} does what, in cycles.
 *
 * @param toGates from a pass's last beat being taken to its first sums arriving where kernel and recurrent part meet
 * @param toH from the gate inputs of a unit being complete to its h being offered
 * @param interval of a step
 */
public record LstmTiming(LstmEngine unit, int toGates, int toH, int interval) {
    /** From a beat being taken to its leaving for the array. */
    private static final int TURNS = 1;

    /** From a word being written to it being offered, in systole_repeat. */
    private static final int REPEAT = 2;

    /** From sums that come in a burst to the first of them leaving the FIFO. */
    public static final int BURST = 2;

    static LstmTiming of(LstmEngine unit) {
        int toGates = TURNS + unit.array().latency() + unit.requantized().latency();
        int gather = unit.gates() == LstmEngine.GATES_AT_ONCE ? 0 : 1;
        int toH = 1 + unit.cell().gateLatency() + gather + unit.cell().latency();
        LstmTiming timing = new LstmTiming(unit, toGates, toH, 0);
        return new LstmTiming(unit, toGates, toH, timing.step());
    }

    /** Cycles from a pass's last beat being taken to the gate inputs of its last row being complete. */
    private int lastGate() {
        int beats = unit.fold().pe() / unit.chains();
        if (unit.chains() <= LstmEngine.GATES_AT_ONCE) {
            return toGates + beats - 1;
        }
        return toGates + BURST + unit.fold().pe() / LstmEngine.GATES_AT_ONCE;
    }

    /** From the last recurrent beat of a step being taken to the first one of the next. */
    private int loop() {
        int pack = unit.fold().simd() == 1 ? 0 : 1;
        return lastGate() + toH + pack + REPEAT - (unit.hBeats() - 1);
    }

    private int step() {
        int kernel = unit.passes() * unit.xBeats() + 1;
        int array = unit.passes() * unit.hBeats() - 1 + Math.max(kernel, loop());
        return Math.max(array, unit.shape().features() / unit.inLanes());
    }

    /** True if every kernel sum waits, in its FIFO's register, when the recurrent one comes. */
    boolean isOrderly() {
        int first = (unit.passes() - 1) * unit.xBeats() + unit.hBeats();
        int last = unit.passes() * unit.hBeats();
        return unit.chains() > LstmEngine.GATES_AT_ONCE || Math.min(first, last) >= REPEAT;
    }
}
