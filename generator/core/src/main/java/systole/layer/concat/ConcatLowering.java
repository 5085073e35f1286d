package systole.layer.concat;

import java.util.List;
import systole.network.Fold;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.ConcatUnit;
import systole.plan.unit.Engine;

/** The hardware of {@link Concat}. */
public final class ConcatLowering implements Lowering<Concat> {
    @Override
    public List<Engine> lower(String name, Concat layer, List<TensorType> inputs, TensorType output) {
        List<Integer> chunks =
                inputs.stream().map(t -> layer.axis().run(t.shape())).toList();
        int rounds = inputs.get(0).shape().elements() / chunks.get(0);
        return List.of(new ConcatUnit(name, chunks, output.type(), rounds, new Fold(1, 1)));
    }
}
