package systole.layer.pool;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import systole.layer.clamp.ClampOps;
import systole.network.IntType;
import systole.network.Range;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window.Placed;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.RequantTask;
import systole.op.Scaling;
import systole.op.WindowReduceOp;

/**
 * The operations of pooling. The greatest element is followed by limits if the range is narrowed. The mean is a sum that
 * is divided by the number of positions in bounds.
 */
public final class PoolOps<L extends Pooling> implements LayerOps<L> {
    @Override
    public List<NamedOp> ops(String name, L layer, List<TensorType> inputs, TensorType output) {
        Shape shape = inputs.get(0).shape();
        Placed placed = layer.window(shape).on(shape.height(), shape.width());
        Range bounds = layer.activation().bounds(output.element());
        return layer.function() == Pooling.Function.MAX
                ? max(name, placed, shape.channels(), output, bounds)
                : List.of(new NamedOp(name, average(placed, shape.channels(), output.type(), bounds)));
    }

    private static List<NamedOp> max(String name, Placed placed, int channels, TensorType output, Range bounds) {
        IntType type = output.type();
        WindowReduceOp greatest = new WindowReduceOp(placed, channels, type, new WindowReduceOp.Greatest(), type);
        if (bounds.equals(new Range(type.min(), type.max()))) {
            return List.of(new NamedOp(name, greatest));
        }
        return List.of(new NamedOp(name + "_max", greatest), new NamedOp(name, ClampOps.limits(output, bounds)));
    }

    private static WindowReduceOp average(Placed placed, int channels, IntType type, Range bounds) {
        List<Integer> counts = counts(placed);
        RequantTask task = new RequantTask(
                (index, sum) -> Pooling.mean(sum, counts.get(index)),
                counts.stream()
                        .map(n -> new Range((long) n * type.min(), (long) n * type.max()))
                        .toList(),
                0,
                (int) bounds.lo(),
                (int) bounds.hi());
        List<Long> noBias = Collections.nCopies(counts.size(), 0L);
        Scaling scaling = new Scaling(task, noBias);
        return new WindowReduceOp(placed, channels, type, new WindowReduceOp.Sum(scaling), type);
    }

    /** The number of positions in bounds for each output position. A single number if it is the same for all. */
    private static List<Integer> counts(Placed p) {
        List<Integer> rows = IntStream.range(0, p.outH())
                .map(y ->
                        inside(y * p.window().strideH() - p.padTop(), p.window().kernelH(), p.inH()))
                .boxed()
                .toList();
        List<Integer> columns = IntStream.range(0, p.outW())
                .map(x -> inside(
                        x * p.window().strideW() - p.padLeft(), p.window().kernelW(), p.inW()))
                .boxed()
                .toList();
        List<Integer> counts =
                rows.stream().flatMap(r -> columns.stream().map(c -> r * c)).toList();
        return counts.stream().distinct().count() == 1 ? counts.subList(0, 1) : counts;
    }

    private static int inside(int from, int kernel, int size) {
        return Math.min(from + kernel, size) - Math.max(from, 0);
    }
}
