package systole.engine.lstm;

import java.util.ArrayDeque;
import systole.engine.timing.Actor;
import systole.engine.timing.Actors;
import systole.engine.timing.Channel;
import systole.engine.timing.Feed;
import systole.engine.timing.PackActor;
import systole.engine.timing.Part;
import systole.engine.timing.RepeatActor;
import systole.engine.timing.ReturnedBeats;
import systole.op.LstmShape;

/**
 * An LSTM. It takes words of x and of h in turns, and it knows when the h of each unit comes back and when it leaves.
 */
public final class LstmActor implements Actor {
    private final LstmEngine unit;
    private final LstmTiming timing;
    private final Channel words = new Channel(1);
    private final Channel hElements = new Channel(Channel.UNBOUNDED);
    private final Channel hWords = new Channel(1);
    private final Channel out;
    private final ReturnedBeats returned;
    private final Actor[] memories;
    private final ArrayDeque<Long> due = new ArrayDeque<>();
    private final ArrayDeque<Long> leaving = new ArrayDeque<>();
    private boolean recurrent;
    private boolean primed;
    private int beat;
    private int pass;
    private int step;
    private int rows;
    private long gateFree;
    private long started;

    public LstmActor(LstmEngine unit, Feed in, Channel out) {
        this.unit = unit;
        this.out = out;
        this.returned = new ReturnedBeats(out);
        timing = unit.timing();
        int simd = unit.fold().simd();
        Feed x = in;
        Feed h = hElements;
        Actor packX = Actors.none();
        Actor packH = Actors.none();
        if (simd > unit.inLanes()) {
            Channel packed = new Channel(1);
            packX = new PackActor(
                    in, packed, simd / unit.inLanes(), unit.shape().features() / unit.inLanes());
            x = packed;
        }
        if (simd > 1) {
            Channel packed = new Channel(1);
            packH = new PackActor(hElements, packed, simd, unit.shape().units());
            h = packed;
        }
        memories = new Actor[] {
            new RepeatActor(
                    x, words, unit.xBeats(), unit.passes(), unit.xMemory().depth()),
            new RepeatActor(
                    h, hWords, unit.hBeats(), unit.passes(), unit.hMemory().depth()),
            packX,
            packH
        };
    }

    @Override
    public void step(long cycle) {
        turn(cycle);
        for (Actor memory : memories) {
            memory.step(cycle);
        }
        put(due, hElements, cycle);
        put(leaving, out, cycle);
        returned.step();
    }

    private static void put(ArrayDeque<Long> queue, Channel to, long cycle) {
        while (!queue.isEmpty() && queue.peek() <= cycle + 1) {
            queue.poll();
            to.put();
        }
    }

    private boolean leaves() {
        return unit.shape().sequence() || step == unit.shape().steps() - 1;
    }

    private boolean starting() {
        return beat == 0 && pass == 0;
    }

    private void turn(long cycle) {
        if (!recurrent) {
            if (words.hasBeat()) {
                words.take();
                issue(cycle);
            }
            return;
        }
        boolean granted = !starting()
                || !leaves()
                || started - returned.count() / unit.shape().units() < LstmEngine.CREDITS;
        if (granted && (hWords.hasBeat() || !primed)) {
            started += starting() && leaves() ? 1 : 0;
            if (primed) {
                hWords.take();
            }
            issue(cycle);
        }
    }

    private void issue(long cycle) {
        if (++beat < (recurrent ? unit.hBeats() : unit.xBeats())) {
            return;
        }
        beat = 0;
        if (recurrent) {
            sums(cycle);
        }
        if (++pass < unit.passes()) {
            return;
        }
        pass = 0;
        if (recurrent) {
            primed = true;
            step = (step + 1) % unit.shape().steps();
        }
        recurrent = !recurrent;
    }

    /** Follows the recurrent sums of a pass through the gates to the h of the units that they complete. */
    private void sums(long cycle) {
        int atOnce = unit.gates();
        int ratio = unit.chains() / atOnce;
        for (int beats = 0; beats < unit.fold().pe() / unit.chains(); beats++) {
            long sum = cycle + timing.toGates() + beats;
            if (ratio > 1) {
                gateFree = Math.max(gateFree, sum + LstmTiming.BURST);
            }
            for (int part = 0; part < ratio; part++) {
                gates(ratio > 1 ? ++gateFree : sum, atOnce);
            }
        }
    }

    private void gates(long cycle, int count) {
        boolean leaving = leaves();
        for (int i = 0; i < count; i++) {
            rows = (rows + 1) % LstmShape.GATES;
            if (rows == 0) {
                due.add(cycle + timing.toH());
                if (leaving) {
                    this.leaving.add(cycle + timing.toH() + Part.FIFO_LATENCY);
                }
            }
        }
    }
}
