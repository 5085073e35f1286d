package systole.engine.window;

import java.util.ArrayDeque;
import systole.engine.timing.Actor;
import systole.engine.timing.Channel;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.engine.timing.ReturnedBeats;
import systole.network.Window.Placed;

/** An engine that works in passes. It models the flow control of the ring, the sequence of passes and the credits. */
public final class WindowedActor implements Actor {
    private final Passes passes;
    private final Placed window;
    private final int ring;
    private final Feed in;
    private final Channel out;
    private final ReturnedBeats returned;
    private final int frame;
    private final int passesAtPosition;
    private final ArrayDeque<Long> due = new ArrayDeque<>();
    private int beat;
    private int pass;
    private int x;
    private int y;
    private int writtenBeats;
    private int available;
    private long occupied;
    private long peak;
    private int freed;
    private int freedLast;
    private int needed;
    private long started;

    public WindowedActor(Passes passes, int ring, Feed in, Channel out) {
        this.passes = passes;
        this.window = passes.window();
        this.ring = ring;
        this.in = in;
        this.out = out;
        this.returned = new ReturnedBeats(out);
        this.frame = window.inPixels();
        this.passesAtPosition = passes.groups() * passes.repeat();
        this.needed = WindowFlow.needed(window, 0, 0);
    }

    @Override
    public void step(long cycle) {
        if (passes.direct()) {
            if (in.hasBeat() && (beat > 0 || hasCredit())) {
                in.take();
                issue(cycle);
            }
        } else {
            stepRing(cycle);
        }
        while (!due.isEmpty() && due.peek() <= cycle + 1) {
            due.poll();
            out.put();
        }
        returned.step();
    }

    private void stepRing(long cycle) {
        boolean ready = beat > 0 || (available >= needed && hasCredit());
        boolean room = occupied < ring;
        occupied -= freedLast;
        freedLast = 0;
        if (room && in.hasBeat()) {
            in.take();
            write();
        }
        if (ready) {
            issue(cycle);
        }
    }

    private boolean hasCredit() {
        return started - returned.count() / passes.outBeats() < passes.credits();
    }

    private void write() {
        if (++writtenBeats == passes.beats()) {
            writtenBeats = 0;
            available++;
            peak = Math.max(peak, ++occupied);
        }
    }

    private void issue(long cycle) {
        if (beat == 0) {
            started++;
        }
        if (++beat < passes.length()) {
            return;
        }
        beat = 0;
        for (int i = 0; i < passes.outBeats(); i++) {
            due.add(cycle + passes.issueToFifo() + Part.FIFO_LATENCY + i);
        }
        if (++pass == passesAtPosition) {
            pass = 0;
            nextPosition();
        }
    }

    private void nextPosition() {
        int after = WindowFlow.freedAfter(window, y, x);
        freedLast = after - freed;
        freed = after;
        if (++x == window.outW()) {
            x = 0;
            if (++y == window.outH()) {
                y = 0;
                freed = 0;
                available -= frame;
            }
        }
        needed = WindowFlow.needed(window, y, x);
    }

    @Override
    public int peak() {
        return (int) Math.max(1, peak);
    }
}
