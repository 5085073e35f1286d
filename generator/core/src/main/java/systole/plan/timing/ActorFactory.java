package systole.plan.timing;

import java.util.List;
import systole.plan.unit.AddUnit;
import systole.plan.unit.ArgmaxUnit;
import systole.plan.unit.ClampUnit;
import systole.plan.unit.ConcatUnit;
import systole.plan.unit.FifoUnit;
import systole.plan.unit.ForkUnit;
import systole.plan.unit.LookupUnit;
import systole.plan.unit.MacUnit;
import systole.plan.unit.MaxPoolUnit;
import systole.plan.unit.PadUnit;
import systole.plan.unit.SoftmaxUnit;
import systole.plan.unit.UnitVisitor;
import systole.plan.unit.WidthUnit;
import systole.plan.unit.WindowedEngine;

/**
 * The timing model of each kind of unit.
 *
 * @param bounded false: rings and FIFOs are as large as they need to be
 */
record ActorFactory(List<Channel> in, List<Channel> out, boolean bounded) implements UnitVisitor<Actor> {
    private Channel source() {
        return in.get(0);
    }

    private Channel sink() {
        return out.get(0);
    }

    private Actor windowed(WindowedEngine unit) {
        int ring = bounded ? unit.passes().ring() : Channel.UNBOUNDED;
        return new WindowedActor(unit.passes(), ring, source(), sink());
    }

    private Actor pipeline(int latency, int limit) {
        return Actors.pipeline(in, sink(), latency, limit);
    }

    @Override
    public Actor mac(MacUnit unit) {
        return windowed(unit);
    }

    @Override
    public Actor maxPool(MaxPoolUnit unit) {
        return windowed(unit);
    }

    @Override
    public Actor add(AddUnit unit) {
        return pipeline(unit.latency() + 2, unit.fifo());
    }

    @Override
    public Actor concat(ConcatUnit unit) {
        return Actors.concat(
                in,
                sink(),
                unit.chunks().stream().map(c -> c / unit.fold().pe()).toList());
    }

    @Override
    public Actor pad(PadUnit unit) {
        int beats = unit.shape().channels() / unit.fold().pe();
        int width = (unit.border().left() + unit.shape().width() + unit.border().right()) * beats;
        int height = unit.border().top() + unit.shape().height() + unit.border().bottom();
        boolean[] inside = new boolean[height * width];
        for (int y = 0; y < unit.shape().height(); y++) {
            int row = (unit.border().top() + y) * width + unit.border().left() * beats;
            java.util.Arrays.fill(inside, row, row + unit.shape().width() * beats, true);
        }
        return Actors.pad(source(), sink(), inside);
    }

    @Override
    public Actor clamp(ClampUnit unit) {
        return pipeline(0, 2);
    }

    @Override
    public Actor lookup(LookupUnit unit) {
        return pipeline(1, 2);
    }

    @Override
    public Actor softmax(SoftmaxUnit unit) {
        int c = unit.channels();
        return Actors.batch(source(), sink(), c, c + SoftmaxUnit.RECIPROCAL, c, 1);
    }

    @Override
    public Actor argmax(ArgmaxUnit unit) {
        return Actors.ratio(source(), sink(), unit.channels(), 1);
    }

    @Override
    public Actor fork(ForkUnit unit) {
        return Actors.fork(source(), out);
    }

    @Override
    public Actor width(WidthUnit unit) {
        return unit.widens()
                ? Actors.ratio(source(), sink(), unit.ratio(), 1)
                : Actors.ratio(source(), sink(), 1, unit.ratio());
    }

    @Override
    public Actor fifo(FifoUnit unit) {
        return pipeline(2, bounded ? unit.depth() + 1 : Channel.UNBOUNDED);
    }
}
