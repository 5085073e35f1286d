package systole.engine.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForkActorTest {
    /** As in the hardware: when the last reader takes a beat, the next one is there for all readers a cycle later. */
    @Test
    void theNextBeatFollowsACycleAfterTheLastReader() {
        Channel in = new Channel(3);
        in.put();
        in.put();
        ForkActor fork = new ForkActor(in, 2);
        Feed slow = fork.outputs().get(0);
        Feed quick = fork.outputs().get(1);

        quick.take();
        fork.step(0);
        assertEquals(List.of(true, false, 0L), List.of(slow.hasBeat(), quick.hasBeat(), in.taken()));

        slow.take();
        assertEquals(List.of(false, false), List.of(slow.hasBeat(), quick.hasBeat()));
        fork.step(1);
        assertEquals(List.of(true, true, 1L), List.of(slow.hasBeat(), quick.hasBeat(), in.taken()));
    }

    @Test
    void everyReaderMayTakeInTheSameCycle() {
        Channel in = new Channel(3);
        in.put();
        ForkActor fork = new ForkActor(in, 2);
        fork.outputs().forEach(Feed::take);
        fork.step(0);
        assertEquals(1, in.taken());
    }
}
