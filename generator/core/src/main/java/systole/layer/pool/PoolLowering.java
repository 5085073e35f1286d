package systole.layer.pool;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.network.IntType;
import systole.network.Range;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window.Placed;
import systole.plan.Lowering;
import systole.plan.requant.RequantPlanner;
import systole.plan.requant.RequantTask;
import systole.plan.unit.ClampUnit;
import systole.plan.unit.Engine;
import systole.plan.unit.MacShape;
import systole.plan.unit.MacUnit;
import systole.plan.unit.MaxPoolUnit;
import systole.plan.unit.Requantized;

/**
 * Chooses the hardware of pooling. The maximum has an engine of its own, followed by a clamp if the range is narrowed.
 * The mean is an array without weights, whose requantizer divides by the number of positions in bounds.
 */
public final class PoolLowering<L extends Pooling> implements Lowering<L> {
    @Override
    public List<Engine> lower(String name, L layer, List<TensorType> inputs, TensorType output) {
        Shape shape = inputs.get(0).shape();
        Placed placed = layer.window(shape).on(shape.height(), shape.width());
        Range bounds = layer.activation().bounds(output.element());
        return layer.function() == Pooling.Function.MAX
                ? max(name, placed, shape.channels(), output, bounds)
                : List.of(average(name, placed, shape.channels(), output.type(), bounds));
    }

    private static List<Engine> max(String name, Placed placed, int channels, TensorType output, Range bounds) {
        IntType type = output.type();
        if (bounds.equals(new Range(type.min(), type.max()))) {
            return List.of(new MaxPoolUnit(name, placed, channels, type));
        }
        return List.of(
                new MaxPoolUnit(name + "_max", placed, channels, type),
                ClampUnit.of(name, output, (int) bounds.lo(), (int) bounds.hi()));
    }

    private static MacUnit average(String name, Placed placed, int channels, IntType type, Range bounds) {
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
        Requantized requantized = new Requantized(RequantPlanner.choose(task), noBias, true);
        MacShape shape = new MacShape(placed, channels, channels, channels);
        return new MacUnit(name, shape, type, 0, Optional.empty(), requantized, type);
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
