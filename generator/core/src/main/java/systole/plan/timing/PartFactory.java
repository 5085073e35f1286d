package systole.plan.timing;

import java.util.Arrays;
import java.util.List;
import systole.plan.unit.ArgmaxUnit;
import systole.plan.unit.ClampUnit;
import systole.plan.unit.ConcatUnit;
import systole.plan.unit.ExtremumUnit;
import systole.plan.unit.FifoUnit;
import systole.plan.unit.ForkUnit;
import systole.plan.unit.LookupUnit;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.MacShape;
import systole.plan.unit.MacUnit;
import systole.plan.unit.MaxPoolUnit;
import systole.plan.unit.PadUnit;
import systole.plan.unit.PairUnit;
import systole.plan.unit.RepeatUnit;
import systole.plan.unit.ReverseUnit;
import systole.plan.unit.SoftmaxUnit;
import systole.plan.unit.UnitVisitor;
import systole.plan.unit.WidthUnit;
import systole.plan.unit.WindowedEngine;

/**
 * Makes the timing model of each kind of unit. No unit of the model holds more beats than its hardware does.
 *
 * @param in the streams that the unit reads
 * @param bounded false if rings and FIFOs may grow as large as needed
 */
record PartFactory(List<Feed> in, boolean bounded) implements UnitVisitor<Part> {
    /** Cycles from the entry of a beat into a FIFO until the FIFO offers it. */
    static final int FIFO_LATENCY = 2;

    private Feed source() {
        return in.get(0);
    }

    private Part windowed(WindowedEngine unit, Feed beats) {
        Channel out = new Channel(Channel.UNBOUNDED);
        int ring = bounded ? unit.passes().ring() : Channel.UNBOUNDED;
        return Part.of(out, new WindowedActor(unit.passes(), ring, beats, out));
    }

    private Part pipeline(int latency, int limit) {
        Channel out = new Channel(Channel.UNBOUNDED);
        return Part.of(out, new PipelineActor(in, out, latency, limit));
    }

    private Part join(int reads) {
        Channel out = new Channel(1);
        return Part.of(out, Actors.join(in, out, reads));
    }

    @Override
    public Part mac(MacUnit unit) {
        MacShape shape = unit.shape();
        if (shape.packRatio() > 1) {
            Channel packed = new Channel(1);
            Actor packer = new PackActor(source(), packed, shape.packRatio(), shape.pixelBeats());
            return trimmed(unit, packed, packer);
        }
        return trimmed(unit, source(), Actors.none());
    }

    private Part trimmed(MacUnit unit, Feed beats, Actor packer) {
        Part array = windowed(unit, beats);
        if (unit.droppedBeats() == 0) {
            return new Part(array.outputs(), Actors.row(array.actor(), packer));
        }
        Channel kept = new Channel(1);
        Actor trimmer = Actors.trim(array.outputs().get(0), kept, unit.keptBeats(), unit.droppedBeats());
        return Part.of(kept, Actors.row(trimmer, array.actor(), packer));
    }

    @Override
    public Part lstm(LstmUnit unit) {
        Channel out = new Channel(Channel.UNBOUNDED);
        return Part.of(out, new LstmActor(unit, source(), out));
    }

    @Override
    public Part maxPool(MaxPoolUnit unit) {
        return windowed(unit, source());
    }

    @Override
    public Part pair(PairUnit unit) {
        return pipeline(unit.latency() + FIFO_LATENCY, unit.fifo());
    }

    @Override
    public Part extremum(ExtremumUnit unit) {
        return join(1);
    }

    @Override
    public Part concat(ConcatUnit unit) {
        List<Integer> chunks =
                unit.chunks().stream().map(c -> c / unit.fold().pe()).toList();
        return Part.wire(List.of(Feeds.concat(in, chunks)));
    }

    @Override
    public Part pad(PadUnit unit) {
        int beats = unit.shape().channels() / unit.fold().pe();
        int width = (unit.border().left() + unit.shape().width() + unit.border().right()) * beats;
        int height = unit.border().top() + unit.shape().height() + unit.border().bottom();
        boolean[] inside = new boolean[height * width];
        for (int y = 0; y < unit.shape().height(); y++) {
            int row = (unit.border().top() + y) * width + unit.border().left() * beats;
            Arrays.fill(inside, row, row + unit.shape().width() * beats, true);
        }
        return Part.wire(List.of(Feeds.pad(source(), inside)));
    }

    @Override
    public Part repeat(RepeatUnit unit) {
        Channel out = new Channel(1);
        int depth = bounded ? unit.depth() : Channel.UNBOUNDED;
        return Part.of(out, new RepeatActor(source(), out, unit.blockBeats(), unit.times(), depth));
    }

    @Override
    public Part reverse(ReverseUnit unit) {
        Channel out = new Channel(1);
        return Part.of(out, new ReverseActor(source(), out, unit.output().beats()));
    }

    @Override
    public Part clamp(ClampUnit unit) {
        return Part.wire(in);
    }

    @Override
    public Part lookup(LookupUnit unit) {
        return join(1);
    }

    @Override
    public Part softmax(SoftmaxUnit unit) {
        Channel out = new Channel(Channel.UNBOUNDED);
        // A batch is begun in the cycle after its last element.
        int wait = unit.interval() - unit.channels();
        int latency = unit.latency() - 1 - wait;
        return Part.of(out, new BatchActor(source(), out, unit.channels(), wait, latency, SoftmaxUnit.FIFO));
    }

    @Override
    public Part argmax(ArgmaxUnit unit) {
        return join(unit.channels());
    }

    @Override
    public Part fork(ForkUnit unit) {
        return Part.wire(Feeds.fork(source(), unit.count()));
    }

    @Override
    public Part width(WidthUnit unit) {
        if (unit.widens()) {
            return join(unit.ratio());
        }
        Channel out = new Channel(unit.ratio());
        return Part.of(out, Actors.split(source(), out, unit.ratio()));
    }

    @Override
    public Part fifo(FifoUnit unit) {
        return pipeline(FIFO_LATENCY, bounded ? unit.capacity() : Channel.UNBOUNDED);
    }
}
