package systole.engine.window;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Engine;
import systole.engine.Facts;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.Pace;
import systole.engine.Storage;
import systole.engine.timing.Channel;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.target.resource.ResourceVector;

/** An engine that works in passes over sliding windows and owns a ring of pixels. */
public interface WindowedEngine extends Engine {
    Passes passes();

    /** The element that stands for padding. */
    int padValue();

    /** Says in which kinds of hardware the memories are. */
    default Storage storage() {
        return Storage.USUAL;
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
        return storage().ram(windowInput().width(), Math.max(2, passes().ring() * passes().beats()));
    }

    default Memory fifoMemory() {
        return storage().ram(output().width(), passes().fifo());
    }

    /** The memories of the ring and the output FIFO. */
    default List<MemoryUse> streamMemories() {
        MemoryUse fifo = new MemoryUse("output FIFO", 1, fifoMemory());
        return passes().direct() ? List.of(fifo) : List.of(new MemoryUse("line ring", 1, ringMemory()), fifo);
    }

    /** The cost of the window generator, the ring and the output FIFO. */
    default ResourceVector streamCost() {
        int control = 18 + 6 * Memory.addressBits(passes().fifo());
        ResourceVector fifo = fifoMemory().ramCost().plus(ResourceVector.luts(control));
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
                        .with("ring_memory", ringMemory().place().key());
    }

    @Override
    default Facts facts() {
        return ringFacts();
    }
}
