package systole.engine.window;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Cost;
import systole.engine.Engine;
import systole.engine.Facts;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.Pace;
import systole.engine.timing.Channel;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;

/** An engine that works in passes over sliding windows and owns a ring of pixels. */
public interface WindowedEngine extends Engine {
    Passes passes();

    /** The element that stands for padding. */
    int padValue();

    /** The LUTs that a RAMB18 has to save so that a memory is put into block RAM. */
    default int ramb18Worth() {
        return Memory.WORTH;
    }

    /** The same engine with another size of ring. */
    WindowedEngine withRing(int pixels);

    /** The engine with a ring for the pixels that it was seen to hold and for one more that arrives. */
    @Override
    default WindowedEngine withStorage(int held) {
        return passes().direct() ? this : withRing(Math.max(passes().leastRing(), held + 1));
    }

    /** The engine with a ring that is one row larger than the least. */
    @Override
    default WindowedEngine withUsualStorage() {
        return passes().direct()
                ? this
                : withRing(passes().leastRing() + passes().window().inW());
    }

    @Override
    default Pace pace() {
        return new WindowPace(passes(), input().beats());
    }

    @Override
    default long cycles() {
        return passes().cycles();
    }

    /** The input frame in the beats of the window: the beats that arrive, or wider ones that are padded. */
    default BeatStream windowInput() {
        return input();
    }

    /** The ring's memory, which is not used if {@link Passes#direct()}. */
    default Memory ringMemory() {
        return Memory.ram(windowInput().width(), Math.max(2, passes().ring() * passes().beats()), ramb18Worth());
    }

    default Memory fifoMemory() {
        return Memory.ram(output().width(), passes().fifo(), ramb18Worth());
    }

    /** The memories of the ring and the output FIFO. */
    default List<MemoryUse> streamMemories() {
        MemoryUse fifo = new MemoryUse("output FIFO", 1, fifoMemory());
        return passes().direct() ? List.of(fifo) : List.of(new MemoryUse("line ring", 1, ringMemory()), fifo);
    }

    /** The cost of the window generator, the ring and the output FIFO. */
    default Cost streamCost() {
        int control = 18 + 6 * Cost.bits(passes().fifo());
        Cost fifo = fifoMemory().ramCost().plus(new Cost(0, control, 0));
        return passes().direct() ? fifo : fifo.plus(ringMemory().ramCost()).plus(WindowCost.of(passes()));
    }

    /** The timing of the window, the passes and the output FIFO. */
    default Part windowed(Feed beats, boolean bounded) {
        int ring = bounded ? passes().ring() : Channel.UNBOUNDED;
        return Part.of(out -> new WindowedActor(passes(), ring, beats, out));
    }

    /** The figures of the ring for {@code plan.json}. */
    default Facts ringFacts() {
        return passes().direct()
                ? Facts.NONE
                : Facts.of("ring_pixels", passes().ring())
                        .with("ring_memory", ringMemory().place());
    }

    @Override
    default Facts facts() {
        return ringFacts();
    }
}
