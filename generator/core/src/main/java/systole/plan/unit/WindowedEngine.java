package systole.plan.unit;

/** An engine that works in passes over sliding windows and owns a ring of pixels. */
public sealed interface WindowedEngine extends Engine permits MacUnit, MaxPoolUnit {
    Passes passes();

    /** The element that stands for padding. */
    int padValue();

    /** The LUTs that a RAMB18 has to save so that a memory is put into block RAM. */
    default int ramb18Worth() {
        return Memory.WORTH;
    }

    /** The same engine with another size of ring. */
    WindowedEngine withRing(int pixels);

    @Override
    default long cycles() {
        return passes().cycles();
    }

    /** The input frame in the beats of the window: the beats that arrive, or wider ones that are padded. */
    default Stream windowInput() {
        return input();
    }

    /** The ring's memory, which is not used if {@link Passes#direct()}. */
    default Memory ringMemory() {
        return Memory.ram(windowInput().width(), Math.max(2, passes().ring() * passes().beats()), ramb18Worth());
    }

    default Memory fifoMemory() {
        return Memory.ram(output().width(), passes().fifo(), ramb18Worth());
    }

    /** The cost of the window generator, the ring and the output FIFO. */
    default Cost streamCost() {
        int control = 18 + 6 * Cost.bits(passes().fifo());
        Cost fifo = fifoMemory().ramCost().plus(new Cost(0, control, 0));
        return passes().direct() ? fifo : fifo.plus(ringMemory().ramCost()).plus(WindowCost.of(passes()));
    }
}
