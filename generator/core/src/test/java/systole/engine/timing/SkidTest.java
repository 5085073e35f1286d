package systole.engine.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SkidTest {
    private final Channel in = new Channel(Channel.UNBOUNDED);
    private final Skid skid = new Skid(in);

    /** As in the hardware: a beat passes in the cycle in which it comes, and one beat a cycle. */
    @Test
    void aReaderThatNeverWaitsGetsEachBeatAtOnce() {
        put(2);
        skid.take();
        assertFalse(skid.hasBeat(), "one beat a cycle");
        skid.step(0);
        assertEquals(1, in.taken());
        assertTrue(skid.hasBeat());
        skid.take();
        skid.step(1);
        assertEquals(2, in.taken());
        assertFalse(skid.hasBeat());
    }

    /** While a beat waits, no other is taken, not even in the cycle in which it leaves. */
    @Test
    void aBeatThatIsNotReadWaits() {
        put(2);
        skid.step(0);
        assertEquals(1, in.taken());
        skid.step(1);
        assertEquals(1, in.taken());
        assertTrue(skid.hasBeat());
        skid.take();
        skid.step(2);
        assertEquals(1, in.taken());
        assertTrue(skid.hasBeat());
        skid.step(3);
        assertEquals(2, in.taken());
    }

    private void put(int beats) {
        for (int i = 0; i < beats; i++) {
            in.put();
        }
    }
}
