package systole.engine.lstm;

import systole.engine.Storage;

/**
 * The delays of an {@link LstmEngine}, in cycles.
 *
 * @param toGates from taking the last beat of a pass to the arrival of its first sums where the kernel and the
 *     recurrent part meet
 * @param toH from complete gate inputs of a unit to the offer of its h
 * @param interval the cycles of a step
 */
public record LstmTiming(LstmEngine unit, int toGates, int toH, int interval) {
    /** From taking a beat to sending it to the array. */
    private static final int TURNS = 1;

    /** From writing a word to offering it, in systole_repeat. */
    private static final int REPEAT = 2;

    /** From the arrival of sums in a burst until the first of them leaves the FIFO. */
    public static final int BURST = 2;

    static LstmTiming of(LstmEngine unit) {
        int toGates =
                TURNS + unit.array().latency() + unit.requantized().latency(unit.requantizerWords(), Storage.USUAL);
        int gather = unit.gates() == LstmEngine.GATES_AT_ONCE ? 0 : 1;
        int toH = 1 + unit.cell().gateLatency() + gather + unit.cell().latency();
        LstmTiming timing = new LstmTiming(unit, toGates, toH, 0);
        return new LstmTiming(unit, toGates, toH, timing.step());
    }

    /** Cycles from taking the last beat of a pass until the gate inputs of its last row are complete. */
    private int lastGate() {
        int beats = unit.fold().pe() / unit.chains();
        if (unit.chains() <= LstmEngine.GATES_AT_ONCE) {
            return toGates + beats - 1;
        }
        return toGates + BURST + unit.fold().pe() / LstmEngine.GATES_AT_ONCE;
    }

    /** Cycles from taking the last recurrent beat of a step to taking the first recurrent beat of the next step. */
    private int loop() {
        int pack = unit.fold().simd() == 1 ? 0 : 1;
        return lastGate() + toH + pack + REPEAT - (unit.hBeats() - 1);
    }

    private int step() {
        int kernel = unit.passes() * unit.xBeats() + 1;
        int array = unit.passes() * unit.hBeats() - 1 + Math.max(kernel, loop());
        return Math.max(array, unit.shape().features() / unit.inLanes());
    }

    /** True if every kernel sum waits in the register of its FIFO when the recurrent sum arrives. */
    boolean isOrderly() {
        int first = (unit.passes() - 1) * unit.xBeats() + unit.hBeats();
        int last = unit.passes() * unit.hBeats();
        return unit.chains() > LstmEngine.GATES_AT_ONCE || Math.min(first, last) >= REPEAT;
    }
}
